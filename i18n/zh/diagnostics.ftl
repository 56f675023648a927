# 问题用语：每条规则一句，.hint 为修改方法，.explain 为原因。
file-encoding = 文件不是 UTF-8 编码，可能使用了{ $font }
    .hint = 用编辑器打开并另存为 UTF-8；旧字体录入的文字须先转换为 Unicode
    .explain = 网站只读取 UTF-8 编码的文字，用旧字体录入的文字会显示为乱码。
file-large = 文件为 { $mb } MB，上限为 { $limit } MB
    .hint = 请拆分文件，或作为 PDF 附件
    .explain = 过大的文本在手机上打开很慢。
file-link = { $name } 是链接或特殊文件，不是普通文件
    .hint = 请换成该文件的副本
    .explain = 链接可能指向网站文件夹之外，误公开其他文件，因此不予读取。
private-key = 文件中含有私钥
    .hint = 请立即将其移出网站文件夹，并通知密钥保管人
    .explain = 私钥泄露后他人可冒用本机关名义封存，切勿存放在网站文件夹中。
not-nfc =
    { $n ->
        [1] “{ $text }”使用组合附加符号，应使用预组合字符
       *[other] { $n }处使用组合附加符号，应使用预组合字符；第一处：“{ $text }”
     }
    .hint = 运行 condau check --fix 修正整个文件，然后将输入法设为预组合 Unicode
    .explain = 同一字母有两种编码，组合形式会影响检索和核对。
invisible-character = 含有不可见字符 U+{ $code }
    .hint = 删除该字符，或运行 condau check --fix
    .explain = 不可见字符会使外观相同的文字实际不同。
lookalike-letter = “{ $c }”（U+{ $code }）只是形似“{ $d }”
    .hint = 请改为“{ $d }”
    .explain = 其他字母表的字母会影响检索和文号核对。
full-width-latin = 全角字符“{ $text }”
    .hint = 请改为半角，或运行 condau check --fix
    .explain = 全角字母和数字只用于中文。
front-matter-missing =
    { $cause ->
        [late] +++ 行之前有空行或空格
        [dashes] 文件头以 --- 开始，应为 +++
        [fence] 第{ $line }行应为 +++
        [unclosed] 缺少第二个 +++ 行：正文似乎从第{ $line }行开始
        [unclosed-end] 缺少结束文件头的第二个 +++ 行
       *[none] 缺少两个 +++ 行之间的文件头
     }
    .hint =
        { $cause ->
            [late] 删除 +++ 之前的所有内容，使 +++ 位于文件第1行开头
            [dashes] 将两个 --- 行都改为 +++，字段写成 名称 = "值"，不要写成 名称: 值
            [fence] 只写三个连续的加号，单独一行：+++
            [unclosed] 在第{ $line }行上方写一行 +++
            [unclosed-end] 在第{ $line }行下方写一行 +++，再写正文
           *[none] 第一行写 +++，然后写各字段，再写一行 +++，最后写正文
         }
    .explain = 文件头说明标题、文号、日期和负责单位，位于两个 +++ 行之间，第一个 +++ 是文件的第1行。
front-matter-syntax =
    { $what ->
        [smart-quotes] { $text } 中使用了弯引号
        [date-form] 日期“{ $text }”格式不正确
        [date-none] 没有“{ $text }”这一天
        [moment] 日期时间“{ $text }”格式不正确
        [boolean] “{ $text }”不是正确的是非值
        [number] 数字“{ $text }”格式不正确
        [duplicate] 字段“{ $text }”写了两次
        [comma] { $text } 中缺少逗号
        [commas] { $text } 中多了逗号
        [comma-after] { $text } 后面多了逗号
        [bracket] { $text } 处缺少右括号
        [equals] { $text } 处缺少等号
        [colon] 用冒号代替了等号：{ $text }
        [empty] 字段“{ $text }”没有值
        [quote] 文字缺少引号：{ $text }
        [lines] 引号内的文字换了行：{ $text }
        [inner-quotes] 文字内有直引号：{ $text }
        [backslash] 文字中有反斜杠：{ $text }
        [full-width] 使用了全角标点：{ $text }
        [remark] 注释格式不正确：{ $text }
        [space] 含有看不出的空格（{ $text }），通常由 Word 粘贴而来
        [key] “{ $text }”不是字段名：只用无音调字母、数字和 _
       *[other] 无法读取该行：{ $text }
     }
    .hint =
        { $what ->
            [smart-quotes] 请写 { $right }
            [date-form] 请写 { $right }，不加引号
            [date-none] 请核对日历；写作年-月-日，例如 2026-03-02
            [moment] 请写 { $right }
            [boolean] 请写 { $right }，小写，不加引号
            [number] 请写 { $right }
            [duplicate] 请删除其中一行
            [comma] 请在各值之间写逗号
            [commas] 两个值之间只写一个逗号
            [comma-after] 请写 { $right }
            [bracket] 请在最后一个值之后加 ] 或 {"}"}
            [equals] 请写 名称 = 值；如为正文，请移到第二个 +++ 行之后
            [colon] 请写 { $right }
            [empty] 请写 { $right }，或删除该行
            [quote] 请写 { $right }
            [lines] 请写在一行：{ $right }
            [inner-quotes] 请写 { $right }
            [backslash] 请写 { $right }
            [full-width] 请写 { $right }
            [remark] 请写 { $right }
            [space] 请删去后重新键入空格：{ $right }
            [key] { $right ->
                [none] 请参看同类条目或 condau new 生成的条目中的字段名
               *[other] 请写 { $right }
            }
           *[other] 请检查该行的引号、等号和逗号
         }
    .explain = 字段采用 TOML 格式：名称 = "文字"、名称 = 2026-03-02、名称 = ["a", "b"]。
unknown-key = 没有字段“{ $key }”
    .hint =
        { $near ->
            [none]
                { $known ->
                    [none] 请删除该字段，或在 condau new 生成的条目中查看该类型的字段
                   *[other] 请删除该行；此处可用的字段：{ $known }
                }
           *[other] 请写“{ $near }”
         }
    .explain = 只能使用目录中的字段，以免误公开信息。
missing-key = 缺少必填字段“{ $key }”（{ $label }）
    .hint =
        { $front ->
            [true] 请在文件头（两个 +++ 行之间）添加：{ $example }
           *[other] 请在此处添加：{ $example }
         }
    .explain = 该信息为读者所必需。
wrong-type = “{ $key }”应为{ $type }
    .hint = 请写 { $example }
    .explain = 每个字段只接受一种类型的值，日期写作年-月-日，不加引号。
empty-value =
    { $required ->
        [true] “{ $key }”（{ $label }）为空
       *[other] “{ $key }”为空
     }
    .hint =
        { $required ->
            [true] 请写 { $example }
           *[other] 请写 { $example }，或删除该字段
         }
    .explain = 空字段没有意义。必填字段须有值；其他字段在没有内容时应删除。
unknown-value = “{ $value }”不在列表中：{ $list }
    .hint =
        { $near ->
            [none] 请从列表中选择
           *[other] 请写“{ $near }”
         }
    .explain = 该字段只接受列表中的值。
misplaced-key =
    { $table ->
        [none] “{ $key }”不应写在此文件中
       *[other] “{ $key }”位于表“{ $table }”之下，被视为该表的内容
     }
    .hint =
        { $table ->
            [none] 请将该行移到 { $file }
           *[other] 请将整个表“{ $table }”（从方括号行起）移到文件头末尾，即第二个 +++ 行之上
         }
    .explain = 文号、日期和代码只在源文件中写一次，译文不得与之矛盾。
file-name = 文件名“{ $name }”不符合格式
    .hint =
        { $near ->
            [none] 请按以下格式重命名：{ $form }
           *[other] 请重命名为 { $near }
         }
    .explain = 文件名表明栏目、条目和语言。
kind-in-section = 栏目 { $section } 不接受类别 { $kind }
    .hint = 请移至其他栏目，或使用：{ $kinds }
    .explain = 每个栏目只接受 condau.toml 中列出的类别。
source-missing = 缺少本条目的源文件 { $file }
    .hint = 请在同一文件夹中添加 { $file }
    .explain = 译文不能单独存在，文号、日期和附件写在源文件中。
authentic-first = authentic 以“{ $first }”开头，但条目数据写在 { $file } 中
    .hint = 请调整 authentic 的顺序，或将数据移至 index.{ $first }.md
    .explain = authentic 中的第一种语言是源文；类别、文号、日期和附件写在该语言的文件中。
unused-file = 文件 { $file } 未被引用
    .hint = 请添加到 attachments、加入链接，或删除
    .explain = 未被引用的文件不会发布。
raw-html = 不允许使用 HTML 标签 { $tag }
    .hint = 请使用 Markdown：**粗体**、*斜体*、列表、表格
    .explain = HTML 可能隐藏文字或破坏页面，因此不予接受。
empty-text = 没有正文
    .hint = 请在第二个 +++ 行之后写正文，或添加附件
    .explain = 没有正文的页面对读者没有用处。
title-form = 标题{ $why }
    .hint = 请缩短标题，不加句号
    .explain = 过长或全大写的标题在手机上难以阅读。
number-form = 文号“{ $number }”格式不正确
    .hint =
        { $right ->
            [none] { $letter ->
                [true] 请写作 <序号>/<机关>-<部门>，例如 { $example }
               *[other] 请写作 <序号>/<类型>-<机关>，例如 { $example }
            }
           *[other] { $letter ->
                [true] 请写 { $right }；公函不写文件类型，只写 <序号>/<机关>-<部门>
               *[other] 请写 { $right }
            }
         }
    .explain = 文号格式依照第30/2020/NĐ-CP号议定。
number-type = “{ $abbr }”表示{ $type1 }，但 type 为{ $type2 }
    .hint =
        { $key ->
            [none] 请将文号改为 { $right }
           *[other] 请写 type = "{ $key }"，或将文号改为 { $right }
         }
    .explain = 文号中的缩写表明文件类型。
number-issuer = “{ $org }”不是“{ $issuer }”的代号
    .hint =
        { $right ->
            [none] 请更正 issuer，或在 content/data/organizations.toml 中该机关的 abbreviations 里添加“{ $org }”
           *[other] 请写 { $right }；如“{ $org }”确为该机关代号，请添加到 content/data/organizations.toml 的 abbreviations
         }
    .explain = 文号末尾为发文机关代号。
number-year = 文号中的年份 { $a } 与发文年份 { $b } 不同
    .hint = 请写 { $right }，或更正发文日期
    .explain = 规范性文件文号中的年份即发文年份。
duplicate-number = 文号 { $number }（{ $year }年）已用于 { $file }
    .hint = 请更正其中一份文件的文号
    .explain = 同一机关同一年份不得有相同文号。
specimen-number =
    { $specimen ->
        [true] 样本文件的文号须以 M- 开头，现为 { $number }
       *[other] 文号 { $number } 以 M- 开头，但该文件不是样本
     }
    .hint =
        { $specimen ->
            [true] { $right ->
                [none] 请在文号前写 M-
               *[other] 请写 { $right }
            }
           *[other] { $right ->
                [none] 请删除 M-；如为样本，请设置 specimen = true
               *[other] 请写 { $right }；如为样本，请设置 specimen = true
            }
         }
    .explain = M- 用于避免将样本误认为真实文件。
date-order = { $a }（{ $d1 }）应早于 { $b }（{ $d2 }）
    .hint = 请更正其中一个日期
    .explain = 日期须按先后顺序：发文、生效、失效；公布、更新；开始、截止；提问、答复。
date-in-future = { $key } { $date } 在未来
    .hint = 请更正日期，或使用更晚的 --as-of
    .explain = 已发生的事项不能在未来。
date-precision = 日期不详，仅有月份 { $month }
    .hint = 查明后请写完整日期，例如 2025-04-17
    .explain = 缺少具体日期的文件不能封存。
attachment-none = 没有可下载的文件
    .hint = 请添加 attachments = [{"{"} file = "…" {"}"}] 并将文件放入同一文件夹
    .explain = 读者需要能够下载文件原件。
attachment-missing = 找不到文件 { $file }
    .hint =
        { $what ->
            [outside] 请将文件复制到该条目的文件夹，只写文件名，不写路径：{ $near }
           *[folder]
                { $near ->
                    [none] 请将文件放入条目文件夹，或更正文件名
                   *[other] 文件夹中有 { $near }：请使文件名一致，包括大小写
                 }
         }
    .explain = 指向不存在文件的链接是失效链接。
attachment-changed = 文件 { $file } 在登记后已被更改
    .hint = 请恢复原文件；如系有意更改，请删除 sha256
    .explain = 登记的校验值与文件不符。
attachment-format = { $file } 不是 { $format } 格式，或含有宏
    .hint = 请以正确格式重新导出
    .explain = 文件名与内容格式不一致。
attachment-scan = { $file } 为扫描件，无法检索
    .hint = 请使用带文字的版本，或设置 scan = true
    .explain = 扫描件无法检索，也无法由读屏软件朗读。
attachment-large = { $file } 为 { $mb } MB
    .hint = 请压缩文件，或修改 condau.toml 中的 max_attachment_mb
    .explain = 大文件在慢速网络下加载很久。
signer-authority = 签署人不是负责人，须注明签署权限
    .hint = 请写 authority = "KT"（副职代签）、"TL"、"TUQ"、"TM" 或 "Q"
    .explain = 签署格式依照第30/2020/NĐ-CP号议定。
signer-title = 姓名前不写学衔：“{ $text }”
    .hint = 请删除“{ $text }”
    .explain = 签署人姓名前不写学衔学位。
recipients-missing = 没有主送、抄送单位
    .hint = 请添加 recipients = ["site"] 或接收机关
    .explain = 本机关文件应列明接收单位。
secrecy-marking = 标有“{ $text }”，不得公开
    .hint = 请将该文件移出网站并报告负责人；如并非密级标志，请改写
    .explain = 标有密级的文件不得上网。
date-words = 日期书写不合规范
    .hint = 请写“{ $right }”，或运行 condau check --fix
    .explain = 10以下的日和1、2月前加0，其他月份不加。
publication-late = 在{ $n }个工作日后公布，目标为{ $t }个
    .hint = 下次请及早公布；目标见 condau.toml 的 [targets]
    .explain = 此为内部目标，并非法律规定。
review-due = 已过复核日期 { $date }
    .hint = 请复核内容，并更新 review_by 和 updated
    .explain = 过时的内容会误导读者。
broken-reference = 没有“{ $ref }”
    .hint =
        { $what ->
            [instrument]
                { $near ->
                    [none] 请添加到 content/data/instruments.toml，或更正文号：
                   *[other] 如为“{ $near }”，请更正；否则请添加到 content/data/instruments.toml：
                }
                {"[[instrument]]"}
                number = "{ $ref }"
                type = "{ $kind }"
                title = {"{"} vi = "文件名称" {"}"}
                issuer = "organizations.toml 中的机关代号"
                issued = 年-月-日
                verified = false
            [link]
                { $near ->
                    [none] 请更正地址（@/栏目/文件夹名），或先创建该条目
                   *[other] 请写“{ $near }”，或先创建该条目
                }
           *[other]
                { $near ->
                    [none] 请更正名称，或先创建该条目
                   *[other] 请写“{ $near }”，或先创建该条目
                }
         }
    .explain = 条目名写作 栏目/文件夹名，例如 documents/ke-hoach-2026。
broken-anchor = { $page } 没有锚点“#{ $anchor }”
    .hint = 请更正 # 之后的部分，或在标题后添加 {"{"}#{ $anchor }{"}"}
    .explain = # 之后是该条目中某个标题的名称。
relation-cycle = 取代关系形成循环：{ $path }
    .hint = 请删除其中一个 replaces、amends 或 repeals
    .explain = 文件不能既取代又被同一文件取代。
relation-order = { $a }（{ $d1 }）不能取代、修改或废止 { $b }（{ $d2 }）
    .hint = 请更正关系或发文日期
    .explain = 只有后发文件才能影响先发文件。
status-differs = status 为“{ $a }”，推算结果为“{ $b }”，因为{ $why }
    .hint = 请删除 status 一行，或更正日期和关系
    .explain = 状态由日期和文件关系推算得出。
basis-ended = 依据 { $number } 自{ $date }起失效
    .hint =
        { $new ->
            [none] 请删除，或改用现行有效的文件
           *[other] 复核内容后请改为 { $new }
         }
    .explain = 依据已失效的内容可能产生误导。
instrument-unlisted = { $number } 不在 instruments.toml 中
    .hint =
        请添加到 content/data/instruments.toml，以便读者了解其名称和效力：
        {"[[instrument]]"}
        number = "{ $number }"
        type = "{ $kind }"
        title = {"{"} vi = "文件名称" {"}"}
        issuer = "organizations.toml 中的机关代号"
        issued = 年-月-日
        verified = false
    .explain = 列入目录的文件会跟踪其效力。
address-clash = { $a } 与 { $b } 的地址相同：{ $url }
    .hint = 请重命名其中之一，或删除重复的别名
    .explain = 一个地址只能对应一个页面。
address-lost = 已公布的地址 { $url } 丢失
    .hint = 请将旧名称加入已改名条目的 aliases
    .explain = 纸质文件上的链接和二维码仍指向旧地址。
mou-parties = 协议至少有两方，其中一方为外方，且不得重复
    .hint = 请更正 parties；外方在 organizations.toml 中为 role = "foreign"
    .explain = 国际协议至少有一方为外方。
mou-not-cleared = 尚未同意公开全文（cleared = false）
    .hint = 请删除正文和附件，或在双方同意后写 cleared = true
    .explain = 须经各方同意方可公开全文。
authentic-missing = 缺少同等作准的{ $lang }文本
    .hint = 请补充该文本，或更正 authentic
    .explain = authentic 中的每种语言都须有全文。
authentic-texts-diverge = 同等作准的文本在 { $anchor } 处不再一致
    .hint = 请将两种文本与签署文本核对；每个标题、段落、列表项和表格行须在两种文本中以相同顺序出现
    .explain = 共同签署的文本不会单独变更。此处只比较结构，不比较措辞。
prevails-not-authentic = 优先文本须为多个作准文本之一
    .hint = 请更正 prevails 或 authentic
    .explain = 只有作准文本才能优先。
mou-report-overdue = 签署已{ $n }天，未登记报送日期
    .hint = 请写 reported = 报送日期
    .explain = 地方协议签署后须报送，对照第70/2020/QH14号法律。
mou-expiring = 将于{ $date }到期
    .hint = 请与对方商议续期，或准备到期通知
    .explain = 距到期不足90天。
fee-missing = 请写明收费，即使为0
    .hint = 如不收费，请写 fees = [{"{"} amount = 0 {"}"}]
    .explain = 申请人需要明确知道是否收费。
alert-template = 模板 { $template } 缺少或不需要参数 { $name }
    .hint = 请查看 i18n/vi/alerts.ftl 中的模板和参数
    .explain = 模板须有全部参数才能生成三语文字。
translation-title = 缺少{ $lang }标题和摘要
    .hint = 请添加文件 { $file }，只需 title 和 summary
    .explain = 有了标题和摘要，读者即可了解未翻译条目的内容。
translation-missing = 原文有{ $n }段尚未翻译
    .hint = 请在相应位置补译；在此之前，页面显示原文并注明未翻译
    .explain = 译文读者须知道译文缺少哪些内容，并能以原文语言阅读。
lock-invalid = 文件{ $what }
    .hint = 请恢复以前保存的文件，或删除后运行 condau translation accept；请勿手工修改
    .explain = 该文件记录译文每一段所依据的原文。文件损坏时无法判断哪些段落已过时，因此不生成网页。
lock-conflict = 仍有 git 冲突标记：请保留双方的各行，删去标记，再运行 condau translation accept
lock-syntax = 不符合 TOML 语法
lock-key = 含有不使用的键
lock-version = 的版本 condau 无法识别
lock-source = 所记原文语言与文件不符
lock-hash = 中有段落与其哈希值不符
lock-entry = 中有格式不正确的行
lock-wording = 的 [texts] 缺少原文
translation-edited = 译文已修改，尚未审定
    .hint = 请重读本段，然后运行 condau translation accept
    .explain = 本段尚未审定，或审定后又作修改。页面照常显示，按草稿计。
translation-identical = 本段照抄原文
    .hint = 请翻译本段；如确应相同，请运行 condau translation accept --identical
    .explain = 与原文完全相同的段落通常尚未翻译，因此不计为已译。
translation-stale = 原文第 { $line } 行已修改
    .hint = 请按新的原文修改译文，然后运行 condau translation accept；修改之处可用 condau translation next 查看
    .explain = 本段所依据的原文在审定之后已有变化。仅修改译文还不够，须重新审定。
translation-orphan = 原文没有这一段
    .hint = 如原文已删除，请删去；或移至其所属章节
    .explain = 页面保留该段，并注明原文已删除。
translation-unaligned = 译文与 { $file }:{ $line } 未对齐
    .hint = 请按原文分段：每个段落、列表项和表格行各一次，顺序相同；在两种文本的标题上写同一个 {"{"}#id{"}"} 可分开各节
    .explain = 不猜测哪一段对应哪一段：未对齐的一节同时显示译文和原文。
message-syntax = 消息文件语法错误：{ $what }
    .hint = 每条写作：名称 = 文字；变量写作 {"{"} … {"}"}
    .explain = .ftl 文件存放页面用语。
template-error = 模板错误：{ $what }
    .hint = 请修改所指行；原模板见 themes/plain/templates
    .explain = 自定义主题的模板须使用现有的值。
image-alt = 图片 { $file } 没有说明
    .hint = 请写 ![图片内容]({ $file })
    .explain = 使用读屏软件的人需要知道图片内容。
contrast = { $a } 与 { $b } 的对比度仅为 { $ratio }:1
    .hint = 请选用更深的文字或更浅的底色，至少达到 4.5:1
    .explain = 对比度低于 4.5:1 的文字，视力较弱的人无法阅读。本规则计算浅色、深色和打印版面的每一对颜色。
link-address = 链接地址“{ $address }”含有空格，页面会原样显示括号和地址
    .hint =
        { $what ->
            [url] 请写 ({ $right })
            [item] 请写 ({ $right })
           *[file]
                { $right ->
                    [none] 请将文件改名为不含音调和空格的名称，例如 form.pdf，再写 [文字](form.pdf)
                   *[other] 请将文件改名为 { $right }，再写 [文字]({ $right })
                }
         }
    .explain = Markdown 不接受含空格的地址：读者只看到 [文字](文件 名.pdf)，无法点击。
table-shape =
    { $what ->
        [cells] 该行有{ $cells }格，而表格只有{ $columns }列，多出的文字会丢失
       *[line] 该段像表格，但标题行下缺少分隔行，页面会原样显示 |
     }
    .hint =
        { $what ->
            [cells] 请删去多余的格，或在标题行和分隔行中增加一列；文字中的 | 请写作 \|
           *[line] 请在标题行下加一行：{ $right }
         }
    .explain = Markdown 会不加提示地丢弃超出列数的格，且只有标题行下有分隔行时才识别为表格。
heading-order = { $a }级标题直接位于{ $b }级标题之下
    .hint = 请依次使用 ##、###、####；一级标题（#）为页面标题
    .explain = 标题层级是读屏软件的目录。
third-party-resource = 不得从 { $host } 加载内容
    .hint = 请将文件下载到条目文件夹
    .explain = 从他处加载内容会让对方知道谁在阅读。
csp-allow = 页面可从 { $host } 加载内容
    .hint = 请从 [csp] allow 中删除，或在本机关的服务器上运行统计工具
    .explain = 该主机会知道谁在阅读哪个页面。仅在机关评估对个人数据的影响后才可允许。
required-information = 没有“{ $name }”（{ $lang }）的页面
    .hint = 请在某页面添加 fulfils = ["…"]，或从 [required] 中删除
    .explain = 必公开信息由机关在 condau.toml 中列出。
section-old = 栏目 { $section } 已{ $n }天未更新
    .hint = 请更新内容，或修改 max_age_days
    .explain = 长期不更新的栏目会失去读者信任。
footer-incomplete = 页脚缺少：{ $what }
    .hint = 请在 condau.toml 的 [office] 中填写
    .explain = 页脚说明负责人和联系方式。
unit-contact = “{ $unit }”没有联系方式
    .hint = 请在 units.toml 中添加 email 或 phones
    .explain = 承办单位须能联系到。
holiday-year = holidays.toml 缺少{ $year }年
    .hint = 请添加{ $year }年的节假日
    .explain = 缺少节假日会使工作日计算错误。
ddci-change = { $name } 的变化 { $a } 与推算值 { $b } 不同
    .hint = 请与原件核对
    .explain = 印出的变化应等于两次得分之差。
data-unverified = { $name } 的数据尚未与原件核对
    .hint = 核对后请写 verified = true
    .explain = 页面会注明数据未经核对。
glossary-clash = “{ $term }”有两个词条
    .hint = 请合并，或删除其中一种形式
    .explain = 术语表中一个词只有一个含义。
unused-exception = 例外不再使用：{ $rule }
    .hint = 请删除此 [[check.except]]
    .explain = 旧的例外可能掩盖新问题。
page-weight = { $page } 为 { $kb } KB，上限 { $max }
    .hint = 请拆分，或将长表格改为附件
    .explain = 过大的页面在手机上打开很慢。
code-form = 查询码“{ $code }”{ $why }
    .hint = 请重新抄写已分配的查询码；如尚无，请删除 id 一行并运行 condau check --fix
    .explain = 末位字符用于校验，输错即可发现。
code-duplicate = 查询码 { $code } 已用于 { $file }
    .hint = 请删除新条目的 id 一行，并运行 condau check --fix
    .explain = 一个查询码只对应一份文件。
code-missing = 尚无查询码
    .hint = 请运行 condau check --fix 分配
    .explain = 本机关的文件、协议和办事事项带有可核验的查询码。
qr-size = 二维码为第{ $version }版，模块{ $size }毫米，难以扫描
    .hint = 请使用更短的网址，或增大 [verify] 中的 qr_mm
    .explain = 网址过长会使模块过小，旧手机无法识别。
specimen-in-production = 样本不得正式发布
    .hint = 内容属实后请删除 specimen = true
    .explain = 样本不具有法律效力。
base-url = base_url { $url } 不可用
    .hint =
        { $right ->
            [none] 请写完整网址，形如 https://域名/，小写，使用机关真实域名
           *[other] 请写 { $right }
         }
    .explain = 该网址会印在每个二维码中。
placeholder = 仍有未填写内容：“{ $text }”
    .hint = 请替换为实际内容
    .explain = 占位文字不得正式发布。
draft-in-production = 草稿不得发布
    .hint = 请去掉 --drafts
    .explain = 草稿仅供预览。
source-n30 = 第30/2020/NĐ-CP号议定（待确认）
source-n42 = 第42/2022/NĐ-CP号议定（待确认）
source-n63 = 第63/2010/NĐ-CP号议定（待确认）
source-t22 = 第22/2023/TT-BTTTT号通知（待确认）
source-t26 = WCAG 2.2 AA；第26/2020/TT-BTTTT号通知（待确认）
source-l104 = 第104/2016/QH13号法律（待确认）
source-l70 = 第70/2020/QH14号法律（待确认）
source-l91 = 第91/2025/QH15号法律（待确认）
source-w = WCAG 2.2 AA
register-fault =
    { $what ->
        [missing] condau.toml 写有 fingerprint，但 register/ 中没有登记簿
        [unpinned] register/ 中有登记簿，但 condau.toml 未写 [verify] fingerprint
        [fingerprint] fingerprint “{ $text }”不是64位十六进制数字
        [policy] register/policy.txt 第 { $text } 行有误
        [host] 编码中的网址与登记簿不一致：{ $text }
        [origin] 登记簿名称不一致：{ $text }
       *[rule] 登记簿违反规则 { $rule }：{ $text }
     }
    .hint =
        { $what ->
            [missing] 从备份恢复 register/ 文件夹；尚未设立登记簿的，请删去 fingerprint
            [unpinned] 将密钥交接单上的指纹写入 [verify] fingerprint
            [fingerprint] 请按密钥交接单重新抄写指纹
            [policy] 按 C2SP tlog-policy 格式改正该行，或从备份恢复该文件
            [host] 如网址已变更，请先登记：condau move --host 网址；否则请改正 [verify] host 或 [site] base_url
            [origin] 请按登记簿改正 [verify] origin
           *[rule] 请勿手工修改 register/ 中的文件；请恢复：git checkout HEAD -- register
         }
    .explain = 登记簿须完整无缺才有意义，任何人都可以核查。违反任何一条规则，网站一律不予发布。
sealed-changed =
    { $what ->
        [missing] 已封存文件缺少：{ $name }
       *[changed] 已封存文件被改动：{ $name }
     }
    .hint = 请恢复：git checkout HEAD -- register/sealed；如需修改文件，请在 content/ 中修改后运行 condau seal
    .explain = 网站逐字公布已封存的文本。register/sealed/ 中的文件一律不得修改。
sealed-edited = 第{ $version }版封存后又有修改（{ $keys }）
    .hint = 网站仍显示已封存的版本；运行 condau seal 封存新版本
    .explain = 公布的是已封存的版本，而不是正在修改的版本。重新封存后，新版本才会公布。
seal-fault = 封存正文中有不允许的内容：{ $what }
    .hint = 请从主题或正文中删去；封存正文只能有文字
    .explain = 读者看到的必须正是封存的文字，不得隐藏，不得增添。
unsealed = 尚未封存
    .hint = 文件签发后请运行 condau seal
    .explain = 文件在登记簿中封存之前，纸上的编码不能证明任何内容。
unlisted-leak = 此处出现非公开结果的查询码：{ $code }
    .hint = 请从本文件中删去；该查询码只能出现在非公开结果的文件夹中
    .explain = 知道查询码者即可打开页面。发给个人的结果，其查询码不得在任何地方公布。
unlisted-fault =
    { $what ->
        [inside] 非公开结果的文件夹位于网站之内，而网站的文件会被公布
        [register] 有非公开结果，但没有登记簿
        [code] 该文件夹的名称不是20个字符的查询码
        [missing] 缺少此文件之前的 .note 文件
        [salt] 缺少 .salt 文件，或其内容不是64位十六进制数字
        [commit] 登记簿中没有对此文件的承诺值
        [pending] 对此文件的承诺值尚待检查点确认
       *[rule] 此文件违反规则 { $rule }：{ $text }
     }
    .hint =
        { $what ->
            [inside] 将文件夹移到网站旁边，并写入 [verify] unlisted = "../…"
            [register] 从备份恢复 register/ 文件夹，或启用登记簿：condau key init
            [code] 按备份恢复文件夹名称
            [pending] 请登记簿密钥保管人运行 condau sequence
            [commit] 如上次运行中断，请运行 condau seal；否则从备份恢复此文件夹或 register/
           *[rule] 切勿手工修改此文件夹中的文件；请从备份恢复
         }
    .explain = 发给个人的结果存于不公布的文件夹，登记簿只记载对各文件的承诺值。没有承诺值或违反规则的文件可以写成任何内容，因此不发布任何页面。
specimen-register =
    { $site ->
        [true] 网站为样本，但登记簿未注明为样本
       *[false] 登记簿为样本，但网站未写 specimen = true
     }
    .hint = 样本网站使用样本登记簿，正式机关使用正式登记簿
    .explain = 样本的封存没有任何效力，不得与正式机关的登记簿混淆。
host-not-gov = 网址 { $host } 不以 .gov.vn 结尾
    .hint = 请使用本机关的 .gov.vn 域名作为编码网址
    .explain = 扫码者凭 .gov.vn 域名识别真实网站。
personal-id = 含有个人身份号码
    .hint = 请删去该号码；公开文件不得载有公民身份号码或个人电话
    .explain = 公开页面不得含有个人信息。一经封存，文件标题和文件名即无法撤除。
passport-number = 含有护照号码“{ $text }”
    .hint = 请删去，或部分遮盖：B12•••67
    .explain = 护照号码属于个人信息，不得公布。
personal-phone = 手机号 { $text } 不在 units.toml 中
    .hint = 请使用 content/data/units.toml 中的单位电话，或删去该号码
    .explain = 个人电话号码属于个人信息；单位电话应登记在 units.toml 中。
personal-email = { $text } 不是本机关邮箱
    .hint = 请使用 content/data/units.toml 中的单位邮箱，或删去该地址
    .explain = 私人邮箱属于个人信息，也无法确认是否属于本机关。
bank-account = 含有银行账号
    .hint = 请删去账号；缴费只应指引至官方支付平台
    .explain = 假冒页面常替换账号。读者只应通过官方平台缴费。
form-notice = 表单须有个人信息保护页面并使用 https
    .hint = 请在 [forms] 中填写以 https:// 开头的 endpoint、privacy_page 和 retention_months
    .explain = 表单收集个人信息，因此必须说明如何保存、保存多久。
