# Почему две компании рекомендованы друг другу и что говорит против.
because-concepts = в обоих текстах речь идёт об одном: { $values }
because-fields = { $n ->
        [one] одна область: { $values }
        [few] одни и те же области: { $values }
       *[many] одни и те же области: { $values }
    }
against-rivals = Предложения похожи: компании ещё и конкуренты.
against-one-way = Только у одной из сторон есть то, что ищет другая.
against-no-language = Общего языка нет: нужен переводчик.
against-early-stage = Предлагаемое ещё в разработке.
against-missing-role = От партнёра ждут большего, чем сказано в предложении.

## A model of sentences beside the taxonomy
cli-encoder-help = модель предложений в дополнение к таксономии: папка или адрес, который разрешён миссией (send_texts_to)
cli-encoder-not-agreed = Эта миссия не разрешает отправлять тексты на { $where }. Если компании согласны, укажите этот адрес на листе Mission под ключом send_texts_to.
cli-encoder-no-model = В { $where } нет модели, которую может использовать Karvan: { $why }.
cli-encoder-missing-library = Модели из { $where } нужен пакет Python «{ $why }».
cli-encoder-unreachable = { $where } не отвечает: { $why }.
cli-encoder-bad-answer = Ответ { $where } — не один список чисел на каждый текст: { $why }.
because-likeness = сходство по модели предложений ({ $likeness })
