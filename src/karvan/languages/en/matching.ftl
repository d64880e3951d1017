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

## A model of sentences beside the taxonomy
cli-encoder-help = a model of sentences that has its say beside the taxonomy: a folder, or an address that the mission allows (send_texts_to)
cli-encoder-not-agreed = This mission does not allow its texts to be sent to { $where }. If the companies agree, write this address under the key send_texts_to in the sheet Mission.
cli-encoder-no-model = { $where } holds no model that Karvan can use: { $why }.
cli-encoder-missing-library = The model in { $where } needs the Python package “{ $why }”.
cli-encoder-unreachable = { $where } does not answer: { $why }.
cli-encoder-bad-answer = What { $where } answers is not one list of numbers for each text: { $why }.
because-likeness = alike by the model of sentences ({ $likeness })
