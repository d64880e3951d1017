# Why two companies are suggested to each other, and what weighs against it.
because-concepts = both speak of: { $values }
because-fields = { $n ->
        [one] same field: { $values }
       *[other] same fields: { $values }
    }
against-rivals = Their offers are alike: they are competitors too.
against-one-way = Only one of the two has something that the other asks for.
against-no-language = They share no language: an interpreter is needed.
against-early-stage = What is offered is still being developed.
against-missing-role = The need asks a partner for more than the offer speaks of.
