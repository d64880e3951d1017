"""Drafts: programmes before their release, changed by hand and by the scheduler, with the way back."""
