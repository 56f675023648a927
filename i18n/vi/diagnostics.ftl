template-error = template: { $what }
missing-key = thiếu { $key }
unknown-value = { $value } { $list }
wrong-type = { $key } { $example }
unknown-key = { $key } { $near }
front-matter-syntax = { $what }
broken-reference = { $ref }
file-name = { $name }
