# condau translation 各命令的文字。
cmd-translation = 译文管理：进度、下一段、审定
cmd-translation-status = 列出译文进度
cmd-translation-next = 列出下一个待处理段落
cmd-translation-accept = 记录译文段落与现行原文相符
cmd-translation-align = 列出对应段落及首个不对应之处
arg-translation-lang = 译文语言：vi、en、zh
arg-translation-format = 结果格式：human、json
arg-item = 条目，例如 documents/ke-hoach-2026
arg-block = 只记录这些段落，例如 d3.2
arg-all = 记录全部对应段落
arg-from-review = 按译文所注审校日期（reviewed）记录
arg-identical = 与原文完全相同的段落也予记录
arg-accept-by = 记录单位，见 units.toml
arg-quality = 质量：machine、draft、reviewed（默认：draft）
arg-on = 记录日期，格式 2026-05-04（默认：--as-of 的日期）
value-item = 条目
value-anchor = 段落
value-unit = 单位
value-quality = 质量
cause-unknown-item = 没有这个条目；请写作 栏目/名称，例如 documents/ke-hoach-2026
cause-language = 网站没有这种语言；见 condau.toml 的 languages
cause-language-source = 这是原文语言；请选择译文语言
cause-no-translation = 该条目没有这种译文
cause-unknown-unit = units.toml 中没有这个单位；已审校的译文须注明单位
translation-row = { $item }  { $language }  { $percent }%  { $counts }{ $oldest ->
        [none] {""}
       *[other] {"  "}（最早审定于 { $oldest }）
    }
translation-summary = { $all } 个译文中有 { $done } 个与现行原文相符。
translation-nothing = 没有待处理的段落
translation-next = { $place }：{ $state }
    {"  "}条目 { $item }，{ $language }，段落 { $anchor }
translation-source-then = {"  "}审定时原文：{ $text }
translation-difference = {"  "}差异：{ $text }
translation-source-now = {"  "}现行原文：  { $text }
translation-present = {"  "}现有译文：  { $text }
translation-term = {"  "}术语：{ $term } → { $form }
translation-pair = { $anchor }  { $kind }  第 { $source } 行 ↔ { $target }
translation-aligned = 译文与原文逐段对应。
translation-diverges = 首个不对应之处：{ $state }
    {"  "}原文：{ $source }
    {"  "}译文：{ $target }
    {"  "}改法：{ $what ->
        [missing] 翻译本段并放在相应位置
        [orphan] 如原文已删除，请删去本段；或移至其所属章节
       *[other] 请按原文分段：每个段落、列表项和表格行各一次，顺序相同
    }
translation-refused = { $block }：没有这个名称的对应段落；名称可用 condau translation align 查看。未写入任何内容。
translation-accepted = 已记录 { $place }  { $anchor }（{ $state }）{ $text }
translation-left = 未记录 { $place }  { $anchor }（{ $state }）{ $text }
translation-reviews = 已按审校日期记录 { $n } 个译文。
state-current = 相符 { $n } 段
state-touched = 仅标点变动 { $n } 段
state-edited = 已修改未审定 { $n } 段
state-untracked = 未审定 { $n } 段
state-stale = 过时 { $n } 段
state-identical = 照抄原文 { $n } 段
state-missing = 未译 { $n } 段
state-unaligned = 未对应 { $n } 段
state-orphan = 原文所无 { $n } 段
state-word-current = 相符
state-word-touched = 仅标点变动
state-word-edited = 已修改未审定
state-word-untracked = 未审定
state-word-stale = 原文已修改
state-word-identical = 照抄原文
state-word-missing = 未译
state-word-unaligned = 未对应
state-word-orphan = 原文没有这一段
