## Signing in
sign-in = Sign in
sign-in-lead = With the mail address to which your invitation came.
sign-in-email = Mail address
sign-in-password = Password
sign-out = Sign out
## Forms
form-optional = (optional)
form-problems = { $n ->
    [one] There is { $n } thing to put right:
   *[other] There are { $n } things to put right:
}
form-problem-required = Please fill this in.
form-problem-invalid = This does not fit here. Please check it.
form-problem-invalid-choice = This is not one of the choices.
form-problem-max-length = This is too long: at most { $limit_value } characters.
form-problem-wrong-password = This address and this password do not belong together. Capital letters count in the password.
form-problem-locked = Too many wrong passwords. Please wait a quarter of an hour, or set a new password.
form-problem-wrong-code = This code is not right, or it is too old. Please enter the newest one.
form-problem-password-too-short = At least { $min_length } characters, please. Three or four words make a good password.
form-problem-password-too-common = This password is on every list of common ones. Please choose another.
form-problem-password-entirely-numeric = A password of digits alone is found too easily. Please add letters.
form-problem-taken = This is taken already. Please choose another.
form-problem-before-start = The last day cannot be before the first.
## The second factor
second-factor-title = Second factor
second-factor-lead = Enter the code that your app shows now, or one of your recovery codes.
second-factor-code = Code
second-factor-setup = Set up a second factor
second-factor-setup-lead = The organiser's team signs in with a password and a code from a telephone. Take a picture of the pattern with an authenticator app, then enter the code it shows.
second-factor-picture = A pattern for your authenticator app
second-factor-by-hand = Or type this into the app:
second-factor-do = Put it to use
second-factor-is-set = A second factor is in use.
second-factor-is-not = No second factor is in use.
recovery-title = Your recovery codes
recovery-lead = Print these or write them down: each replaces the telephone once. They are shown only now.
recovery-done = I have kept them
## Passwords
forgotten-title = Forgotten your password?
forgotten-lead = We send a link with which you set a new one.
forgotten-email = Mail address
forgotten-do = Send the link
forgotten-sent = If there is an account with this address, a letter with a link is on its way to it. The link is good for two hours.
new-password-title = New password
new-password-password = New password
new-password-password-hint = At least 10 characters. Three or four words make a good password.
new-password-do = Set the password
## My account
account-title = My account
account-name = Name
account-language = Language of letters to you
account-do = Save
letter-password-subject = A new password for Karvan
letter-password = Good day, { $name }.

    Somebody, most likely you, asked for a new password. This link sets it, once, within two hours:

    { $link }

    If it was not you, there is nothing to do: your password stays as it is.
