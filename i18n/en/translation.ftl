# Words of the commands condau translation.
cmd-translation = Translations: how far they are, what is next, accepting them
cmd-translation-status = Print how far translations are
cmd-translation-next = Print the passage to do next
cmd-translation-accept = Record that passages render the source as it is now
cmd-translation-align = Print pairs of passages and where they first diverge
arg-translation-lang = Language of the translation: vi, en, zh
arg-translation-format = Form of the result: human, json
arg-item = An item, for example documents/ke-hoach-2026
arg-block = Record these passages only, for example d3.2
arg-all = Record every pair of passages
arg-from-review = Record by the day of review (reviewed) that translations give
arg-identical = Record passages too that are the same as the source
arg-accept-by = The unit that records it, from units.toml
arg-quality = Quality: machine, draft, reviewed (default: draft)
arg-on = Day of the record, as 2026-05-04 (default: the day of --as-of)
value-item = ITEM
value-anchor = PASSAGE
value-unit = UNIT
value-quality = QUALITY
cause-unknown-item = there is no such item; write section/name, for example documents/ke-hoach-2026
cause-language = the site does not have this language; see languages in condau.toml
cause-language-source = this is the language of the source; choose that of a translation
cause-no-translation = the item has no such translation
cause-unknown-unit = there is no such unit in units.toml; what is reviewed names a unit
translation-row = { $item }  { $language }  { $percent } %  { $counts }{ $oldest ->
        [none] {""}
       *[other] {"  "}(oldest accepted on { $oldest })
    }
translation-summary = { $done } of { $all } translations say what their source says now.
translation-nothing = nothing left to do
translation-next = { $place }: { $state }
    {"  "}item { $item }, { $language }, passage { $anchor }
translation-source-then = {"  "}source when accepted: { $text }
translation-difference = {"  "}difference: { $text }
translation-source-now = {"  "}source now:           { $text }
translation-present = {"  "}translation:          { $text }
translation-term = {"  "}term: { $term } → { $form }
translation-pair = { $anchor }  { $kind }  line { $source } ↔ { $target }
translation-aligned = The translation matches the source passage by passage.
translation-diverges = They first diverge here: { $state }
    {"  "}source:      { $source }
    {"  "}translation: { $target }
    {"  "}to mend:     { $what ->
        [missing] translate this passage and put it in its place
        [orphan] take this passage out if the source has dropped it, or put it into the section where it belongs
       *[other] divide the translation like the source: each paragraph, list item and table row once and in the same order
    }
translation-refused = { $block }: no pair of passages has this name; condau translation align prints the names. Nothing was written.
translation-accepted = recorded { $place }  { $anchor }  ({ $state })  { $text }
translation-left = left { $place }  { $anchor }  ({ $state })  { $text }
translation-reviews = { $n } translations recorded by their day of review.
state-current = { $n } current
state-touched = { $n } with other punctuation only
state-edited = { $n } changed and not accepted
state-untracked = { $n } not accepted
state-stale = { $n } out of date
state-identical = { $n } copies of the source
state-missing = { $n } not translated
state-unaligned = { $n } not aligned
state-orphan = { $n } not in the source
state-word-current = current
state-word-touched = other punctuation only
state-word-edited = changed and not accepted
state-word-untracked = not accepted
state-word-stale = the original has changed
state-word-identical = a copy of the source
state-word-missing = not translated
state-word-unaligned = not aligned
state-word-orphan = not in the source
