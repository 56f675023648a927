# 命令用语。
about = condau：将 Markdown 文件生成三语网站，每份文件都带有可核验的二维码
heading-commands = 命令
heading-options = 选项
cmd-build = 由源文件生成网站
cmd-check = 校对源文件，不生成网站
cmd-init = 新建一个机关的网站
cmd-new = 新建一个三语条目
cmd-qr = 将文件的二维码写成图片
arg-help = 显示本帮助
arg-version = 显示版本
arg-lang = 工具语言：vi、en、zh（默认：CONDAU_LANG，其次为网站首选语言）
arg-site = 网站文件夹（默认：当前文件夹）
arg-out = 输出文件夹（默认：网站文件夹下的 public）
arg-jobs = 工作线程数（默认：每个核心一个）
arg-as-of = 状态截至日期，形如 2026-05-04（默认：越南当地今日）
arg-drafts = 同时发布草稿
arg-production = 正式发布：任何错误都会中止生成
arg-check-drafts = 同时检查草稿
arg-check-production = 按正式发布检查，包括仅在发布时适用的规则
arg-paths = 仅报告这些文件和文件夹的问题
arg-rule = 仅报告这些规则
arg-format = 报告格式：human、short、json
arg-fix = 自动修正可修正的问题并显示改动
arg-max-warnings = 警告超过此数时以代码1结束
arg-explain = 解释一条规则
arg-rules = 列出规则
arg-dir = 新文件夹或空文件夹
arg-kind = 条目类别
arg-slug = 文件夹名：小写字母、数字、连字符
arg-title = 标题
arg-section = 栏目（默认：首个接受该类别的栏目）
arg-id = 使用先前分配的查询码
arg-code = 查询码，例如 K7M2-9QX4-TB
arg-new = 分配新的查询码
arg-svg = 写出 SVG 文件
arg-png = 写出 PNG 文件
arg-size-mm = 图片边长，单位毫米（默认：22）
error-line = 错误：{ $attempt }：{ $cause }
attempt-read = 无法读取 { $path }
attempt-write = 无法写入 { $path }
attempt-replace = 无法替换 { $path }
attempt-make-folder = 无法创建文件夹 { $path }
attempt-find-site = { $path } 处没有网站
attempt-random = 无法从系统获取随机数
attempt-threads = 无法启动 { $path } 个线程
attempt-arguments = 无法使用“{ $path }”
cause-not-found = 没有该文件或文件夹
cause-outside-site = 不在网站文件夹之内
cause-permission = 没有权限，请检查文件和文件夹的权限
cause-disk-full = 磁盘已满，请腾出空间后重试，原有网站未受影响
cause-exists = 已经存在且不会被覆盖，请另选名称
cause-is-folder = 这是一个文件夹
cause-not-folder = 路径的一部分不是文件夹
cause-read-only = 磁盘为只读
cause-no-site = 没有 condau.toml；请在网站文件夹中运行，或添加 --site 文件夹，或用 condau init 新建
cause-no-base-url = condau.toml 的 [site] 中没有 base_url
cause-settings = condau.toml 有错误，请运行 condau check 查看
cause-not-ours = 该文件夹不是由 condau 生成的，不会被覆盖；请用 --out 另选文件夹
cause-not-empty = 文件夹不为空，请另选新文件夹
cause-changed-meanwhile = 文件刚被修改，请重新运行
cause-signed-pdf = 这是已数字签名的 PDF，不得覆盖
cause-other-file = 该处已有其他文件，不是同格式的图片，因此不会覆盖；请换一个名称
cause-unknown-rule = 没有该规则，请用 condau check --rules 查看
cause-code = 不是有效的查询码；查询码为10个字符，例如 K7M2-9QX4-TB
cause-code-small = 尺寸过小，无法扫描；请使用更大的尺寸，例如 --size-mm 22
cause-address-long = 网址过长，无法制成二维码
cause-slug = 名称只能包含小写字母、数字和连字符，例如 ke-hoach-2026
cause-no-section = 没有栏目接受此类内容；请在 condau.toml 中某个栏目的 kinds 里加上此类
cause-unknown-section = 没有这个栏目；网站的栏目：{ $sections }
cause-kind-in-section = 该栏目不接受此类别，请查看 condau.toml 中的 kinds
progress = 正在写入网站…{ $percent }%
built = 已在 { $folder } 生成 { $pages } 个页面（写入 { $written } 个文件，删除 { $removed } 个旧文件）。
built-open = 预览：python3 -m http.server -d { $folder } 8000，然后打开 http://localhost:8000/
build-stopped = 未写入任何内容：请修正以上问题后重新生成。
build-more-problems = ……另有 { $n } 个问题，请用 condau check 查看全部
foreign-file = 并非由 condau 生成，保留原样：{ $path }
fixed = 已修正 { $n } 处。
init-done = 已在 { $folder } 中创建样本网站。下一步：cd { $folder } && condau build
new-done = 已创建 { $folder }。请填写内容、翻译标题，然后删除 draft = true 一行。
new-draft = 内容完成后删除此行
new-translate = 需译为{ $language }
new-values = 可用的值：
new-summary = ……（中文摘要，一至三句）
new-section-steps = Trình tự thực hiện
new-section-how = Cách thức thực hiện
new-section-dossier = Thành phần hồ sơ
new-section-conditions = Yêu cầu, điều kiện
new-section-result = Kết quả
new-section-eligibility = Đối tượng, điều kiện
qr-caption = 图片下方的说明文字：Mã tra cứu { $code } · { $address }
qr-new = 新查询码：{ $code }。新建条目：condau new document 名称 --title "…" --id { $code }。请先公布条目，再发出带有此码的纸质文件。
qr-small = 警告：模块小于0.45毫米，旧手机可能难以扫描
qr-unknown = 警告：网站中没有内容使用查询码 { $code }；扫描者将找不到文件。请核对查询码，或将其写入内容的 id。
severity-word-error = 错误
severity-word-warning = 警告
severity-word-note = 提示
see-also = 另见：
how-to-fix = 修改方法：
compared-with = 对照：
check-summary = { $files }个文件中有{ $errors }个错误、{ $warnings }个警告、{ $notes }个提示{ $time }。
check-time = （{ $seconds }秒）
check-explain = 说明：condau check --explain { $rule }
heading-usage = 用法：
usage-command = 错误：没有命令“{ $name }”。请查看 condau --help{ $near ->
        [none] {""}
       *[other] {" "}是否应为“{ $near }”？
     }
usage-argument = 错误：没有选项“{ $name }”。请加 --help 查看选项。{ $near ->
        [none] {""}
       *[other] {" "}是否应为“{ $near }”？
     }
usage-value = 错误：“{ $value }”不能用于 { $name }。{ $valid ->
        [none] {""}
       *[other] {" "}请选择：{ $valid }
     }
usage-value-missing = 错误：{ $name } 需要一个值。
usage-date = 错误：“{ $value }”不能用于 { $name }；日期请写成年-月-日：{ $date }
usage-number = 错误：“{ $value }”不能用于 { $name }；请写一个整数：{ $range }
usage-missing = 错误：缺少 { $name }。请加 --help 查看用法。
usage-conflict = 错误：{ $name } 不能与另一选项同时使用。
usage-other = 错误：命令行有误。请加 --help 查看用法。
explain-fixable = 可自动修正：condau check --fix
explain-wrong = 错误写法：
explain-right = 正确写法：
explain-locked = 该规则始终为错误，不能降级。
explain-severity = 在 condau.toml 中更改级别：[check] 下写 { $rule } = "error"、"warning"、"note" 或 "off"
rules-legend = !：始终为错误，不能降级，存在时 build 不写出网站。--fix：可用 condau check --fix 修正。…：报告时写明的内容。
