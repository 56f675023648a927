# 命令用语。
about = condau：将 Markdown 文件生成三语网站，每份文件都带有可核验的二维码
heading-commands = 命令
heading-options = 选项
cmd-build = 由源文件生成网站
cmd-check = 检查源文件，不生成网站
cmd-init = 新建一个机关的网站
cmd-new = 新建一个三语条目
cmd-qr = 将文件的二维码保存为图片
cmd-verify = 核验文件、回执、查询码或二维码中的网址
cmd-audit = 核对已发布的网站或 register/ 是否与登记簿一致
arg-help = 显示本帮助
arg-version = 显示版本
arg-lang = 工具语言：vi、en、zh（默认：CONDAU_LANG，其次为网站的第一种语言）
arg-site = 网站文件夹（默认：当前文件夹）
arg-out = 输出文件夹（默认：网站文件夹下的 public）
arg-jobs = 工作线程数（默认：每个核心一个）
arg-as-of = 计算效力状态的日期，形如 2026-05-04（默认：越南当地今日）
arg-drafts = 草稿一并生成
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
arg-what = 文件、回执、查询码，或二维码中的网址
arg-verify-id = 该文件纸质件上印制的查询码
arg-register = 登记簿所在文件夹：已发布的网站或 register/
arg-fingerprint = 登记簿指纹（64位十六进制数字）
arg-policy = 见证方策略文件（C2SP tlog-policy）
arg-signers = 封存人员公钥文件，每行一个
arg-max-age = 见证方须在此天数内见过登记簿
arg-json = 以 JSON 输出结果，每项一行
arg-verify-as-of = 核验效力的日期，默认今天
arg-audit-dir = 已发布网站的文件夹，或 register/
arg-audit-old = 较早的检查点；登记簿须为其延续
arg-state = 保存上次核对检查点的文件；未发现问题时才更新
arg-audit-json = 以一个 JSON 对象输出结果
arg-audit-as-of = 网页生成之日；默认为今天
arg-new = 分配新的查询码
arg-svg = 保存为 SVG 文件
arg-png = 保存为 PNG 文件
arg-size-mm = 图片边长，单位毫米（默认：22；20个字符的查询码：25）
value-options = 选项
value-command = 命令
value-dir = 文件夹
value-path = 路径
value-paths = 路径…
value-n = 数字
value-rule = 规则
value-format = 格式
value-kind = 类型
value-slug = 名称
value-title = 标题
value-section = 栏目
value-code = 查询码
value-what = 文件
value-hex = 十六进制
value-file = 文件
value-date = 日期
value-lang = 语言
error-line = 错误：{ $attempt }：{ $cause }
attempt-read = 无法读取 { $path }
attempt-write = 无法写入 { $path }
attempt-replace = 无法替换 { $path }
attempt-make-folder = 无法创建文件夹 { $path }
attempt-find-site = { $path } 处没有网站
attempt-random = 无法从系统获取随机数
attempt-threads = 无法启动{ $path }个线程
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
built = 已在 { $folder } 生成{ $pages }个页面（写入{ $written }个文件，删除{ $removed }个旧文件）。
built-open = 预览：python3 -m http.server -d { $folder } 8000，然后打开 http://localhost:8000/
build-stopped = 未写入任何内容：请修正以上问题后重新生成。
build-more-problems = ……另有{ $n }个问题，请用 condau check 查看全部
foreign-file = 并非由 condau 生成，保留原样：{ $path }
fixed = 已修正{ $n }处。
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
usage-command = 错误：没有命令“{ $name }”。请查看 condau --help。{ $near ->
        [none] {""}
       *[other] 是否应为“{ $near }”？
     }
usage-argument = 错误：没有选项“{ $name }”。请加 --help 查看选项。{ $near ->
        [none] {""}
       *[other] 是否应为“{ $near }”？
     }
usage-value = 错误：“{ $value }”不能用于 { $name }。{ $valid ->
        [none] {""}
       *[other] 请选择：{ $valid }
     }
usage-value-missing = 错误：{ $name } 需要一个值。
usage-date = 错误：“{ $value }”不能用于 { $name }；日期请写成年-月-日：{ $date }
usage-number = 错误：“{ $value }”不能用于 { $name }；请写一个整数：{ $range }
usage-missing = 错误：缺少 { $name }。请加 --help 查看用法。
usage-conflict = 错误：{ $name } 不能与 { $other } 同时使用。
usage-twice = 错误：{ $name } 写了两次；只能写一次。
usage-no-value = 错误：{ $name } 不接受值；请去掉“={ $value }”。
usage-extra = 错误：多余的“{ $name }”。加上 --help 查看用法。
usage-other = 错误：命令行有误。请加 --help 查看用法。
explain-fixable = 可自动修正：condau check --fix
explain-wrong = 错误写法：
explain-right = 正确写法：
explain-locked = 该规则始终为错误，不能降级。
explain-severity = 在 condau.toml 中更改级别：[check] 下写 { $rule } = "error"、"warning"、"note" 或 "off"
rules-legend = !：始终为错误，不能降级，存在时 build 不写入网站。--fix：可用 condau check --fix 修正。…：报告时写明的内容。
verify-specimen = 样本（SPECIMEN）：本登记簿仅供演示，不具法律效力。
verdict-current = { $what }：{ $kind ->
        [code] 登记簿中有此文件，现行有效
       *[other] 与原件一致，现行有效
     }
verdict-not-current = { $what }：{ $kind ->
        [code] 登记簿中有此文件，但已非现行版本
       *[other] 与原件一致，但已非现行版本
     }
verdict-currency-unknown = { $what }：{ $kind ->
        [code] 登记簿中有此文件，现行效力未知
        [page] 发给个人的文件，现行效力未获证明
       *[other] 与原件一致，现行效力未知
     }
verdict-differs = { $what }：与封存内容不一致
verdict-not-in-register = { $what }：登记簿中无此文件
verdict-other-host = { $what }：网址不属于本机关
verdict-broken = { $what }：登记簿或回执已损坏，不可信
verdict-cannot-check = { $what }：无法核验
reason-in-force = 文件现行有效。
reason-not-yet = 文件尚未到生效日期。
reason-earlier = 这是旧版本，已有新版本。
reason-suspended = 文件暂停效力。
reason-superseded = 文件已被取代。
reason-revoked = 文件已撤销。
reason-expired = 文件已失效。
reason-no-register = 未提供登记簿：回执只能证明曾经封存。
reason-old-register = 手头的登记簿比回执旧，请取得最新登记簿。
reason-stale = 见证方过久未见过登记簿。
reason-unlisted = 该结果不公开；是否有效请查看其查询码页面。
reason-other-bytes = 该文件与查询码{ $code }下封存的各版本均不一致。
reason-no-such-bytes = 没有封存版本与此内容一致。如知道纸质件上的查询码，请加 --id 查询码。
reason-unknown-code = 登记簿中无此查询码：输入有误、尚未公布或属伪造。
reason-mistyped = 查询码输入有误：校验位不符。
reason-disowned = 文件以已泄露的密钥封存，本机关不予承认。
reason-unsealed = 文件已公布但尚未封存：尚无任何证明。
reason-host = 网址须为 https，主机名须为登记簿所列，不得带端口或用户名。
reason-rule = 登记簿违反下列规则。
reason-proof = 回执中的证明不能对应登记簿。
reason-signature = 缺少签名或签名有误。
reason-quorum = 见证方数量不足。
reason-fork = 回执属于另一登记簿，或登记簿已被改写。
reason-no-anchor = 缺少信任依据：请提供 --fingerprint（印于机关纸质件）和 --register；仅有回执时请提供 --policy 和 --signers。
reason-unreadable = 无法读取该文件，或不属于可核验的类型。
verify-fault = 规则：{ $fault }
verify-compare = 请与纸质文件核对，一字不符即非原件：
verify-line = {"  "}{ $name }：{ $value }
verify-sealed = 登记簿共{ $size }项，此为第{ $index }项；签署：{ $signers }
verify-witness = 见证方{ $name }于{ $time }见过登记簿
verify-no-witness = 注意：未要求外部见证，结果仅以机关自身为依据。
cause-no-register = 该文件夹中没有登记簿
cause-fingerprint = 指纹须为64位十六进制数字
cause-policy = 该行不符合见证方策略格式
cause-vkey = 该行不是“名称+ID+BASE64”格式的公钥
cause-locked = 另一个 condau 命令正在处理登记簿；请等其结束后再运行
cause-key-file = 这不是 condau 的密钥文件（PEM 格式的加密私钥）
cause-key-kind = 密钥类型不符；登记簿只接受 Ed25519 密钥
cause-passphrase = 口令不正确
cause-no-checkpoint = 这不是登记簿的检查点
cause-no-fingerprint = 登记簿指纹未知；请提供 --fingerprint（印于机关纸质件），或用 --site 指定 condau.toml 所在文件夹
cause-day = 该日期无法使用；年份须为四位数
audit-rule = 登记簿违反规则：{ $found }
audit-signature = 检查点无法读取，或见证方签名有误
audit-quorum = 见过该检查点的见证方数量不足；请见证方签名
audit-fork = 登记簿已被改写，或所示为旧状态。此前所见：{ $expected }；现为：{ $found }
audit-form = 该行格式有误：{ $found }
audit-key = 该密钥不属于登记簿：{ $found }
audit-missing = 缺少该文件
audit-unexpected = 登记簿中没有任何一项列出该文件
audit-file = 该文件与封存内容不一致：SHA-256 为 { $found }，封存时为 { $expected }
audit-sums = 现为“{ $found }”，登记簿为“{ $expected }”
audit-receipt = 回执不能证明其登记项：{ $found }
audit-words = 文字与封存内容不一致：{ $found }，封存时为 { $expected }
audit-hidden = 可能有文字被隐藏或添加：{ $found }
audit-article = 正文所标版本从未封存：{ $found }
audit-old-article = { $found } 不是最新版本，应展示 { $expected }
audit-untold = 该版本的其他语言已展示，但没有网页展示 { $expected }
audit-state = 网页所示为 { $found }，登记簿为 { $expected }
audit-state-words = 网页文字为“{ $found }”，该状态的用语为“{ $expected }”
audit-stateless = 网页未用以下语言说明 { $expected } 的效力状态：{ $found }
audit-leak = 此处出现非公开结果的查询码 { $found }，凭码可打开该结果，请删除
audit-clean = 未发现问题：登记簿{ $size }项，已封存正文{ $articles }篇，网页状态{ $states }处。
audit-broken = 发现{ $n }处问题。查明之前，已发布内容不可信。
cmd-key = 登记簿的密钥：生成、停用、查看
cmd-key-init = 启用登记簿：生成首批密钥、首项登记和密钥保管单
cmd-key-new = 生成一把密钥，由根密钥签署启用
cmd-key-retire = 停用一把密钥；其已签内容继续有效
cmd-key-compromised = 废止一把已泄露的密钥；其自某项起封存的内容无效
cmd-key-show = 查看公钥、指纹和见证方策略
cmd-mark = 登记已封存文件的新状态
cmd-move = 登记机关的新名称或新网址；旧网址继续有效
cmd-sequence = 以新的检查点确认待定登记项
cmd-witness-request = 输出发给见证方的请求
cmd-witness-add = 添加见证方返回的签名
arg-roots = 根密钥数量（默认：2；其中任意两把共同签署）
arg-paper = 将密钥保管单写入新文件以供打印
arg-predecessor = 根密钥已丢失的前一登记簿的最后检查点
arg-sealed = 登记项所载时间，形如 2026-05-04T01:30:00Z（默认：现在）
arg-role = 密钥用途：root（根密钥）、registrar（封存）、log（签署检查点）
arg-reason = 原因（越南文）
arg-reason-en = 原因（英文）
arg-reason-zh = 原因（中文）
arg-draft = 将登记项写入文件，由各根密钥依次签署
arg-sign = 用此处的根密钥签署该文件；签名齐全后写入登记簿
arg-name = 密钥名称，例如 registrar-1，或完整公钥
arg-from-index = 不再可信的首项编号
arg-status = in-force（现行有效）、suspended（暂停效力）、superseded（被取代）或 revoked（撤销）
arg-by = 取代文件的查询码（与 superseded 同用）
arg-erase = 同时删除已存文本和文件（与 revoked 同用）
arg-host = 今后查询码指向的全部主机名，印制的主机名居首
arg-issuer-vi = 机关新名称（越南文）
arg-issuer-en = 机关新名称（英文）
arg-issuer-zh = 机关新名称（中文）
arg-successor = 后继登记簿的名称和指纹
arg-old = 登记簿如不以该检查点所含各项开头则拒绝（宜用线上网站的检查点）
arg-drop-pending = 舍弃违反规则的待定登记项
arg-old-size = 见证方上次所见项数（默认：见证方足数的最新检查点）
arg-answer = 见证方答复所在文件
value-text = 文字
value-status = 状态
value-role = 用途
value-name = 名称
value-host = 主机
value-time = 时间
usage-moment = 错误：“{ $value }”不能用于 { $name }；请写协调世界时（UTC）：2026-05-04T01:30:00Z
cause-no-key-folder = 不知密钥文件夹所在；请设置 CONDAU_KEY_DIR
cause-key-in-project = 密钥不得放在网站文件夹内，以免被发布；请将 CONDAU_KEY_DIR 设为其外的文件夹
cause-no-key = 此处没有该密钥；请将其文件放到该处，或将 CONDAU_KEY_DIR 设为其所在文件夹
cause-key-other = 该密钥与登记簿中此名称的密钥不符
cause-key-exists = 该处已有密钥文件；请移至安全地点，或将 CONDAU_KEY_DIR 设为其他文件夹
cause-passphrase-empty = 口令不能为空
cause-passphrase-twice = 两次输入的口令不一致；请重新运行
cause-no-passphrase = 此处无法询问口令；请在终端中运行，或设置 CONDAU_KEY_PASSPHRASE
cause-not-opened = 尚无登记簿；请用 condau key init 启用
cause-opened = 登记簿已经启用；只能启用一次
cause-opening = 上次运行中断；请用 condau sequence 完成，或删除 register/ 文件夹后重新开始
cause-clock = 该时间早于最新登记项十分钟以上；请校准时钟
cause-checkpoint = 其中没有检查点
cause-old-size = 登记簿没有这么多项
cause-mark-by = --by 查询码仅与 superseded 同用，且为必需
cause-mark-erase = 只有已撤销的文件才能删除
cause-roots-missing = 此处根密钥不足；请携来这些密钥，或分处收集签名：在此用 --draft 文件，再到各处运行 condau key --sign 文件
cause-draft = 这不是 condau 的待签文件（key … --draft、move --draft）
cause-from-index = 封存密钥和登记簿密钥须加 --from-index 数字；根密钥则不加
cause-key-several = 符合的密钥不止一把；请写 log-1、log-2……或完整公钥（见 condau key show）
cause-key-command = 请写明：init、new、retire、compromised、show，或 --sign 文件
cause-specimen = [site] 的 specimen 与登记簿第0项不符；样本始终是样本，正式登记簿不是样本
cause-key-unknown = 登记簿中没有这样的在用密钥；见 condau key show
cause-settings-verify = 无法在不影响其他内容的情况下修改 [verify] 表；请在 [verify] 行之下以 键 = "…" 的形式写入 origin 和 fingerprint
cause-same-origin = 新登记簿须用新名称；请在 [verify] 中另写 origin
register-stopped = 错误：未写入任何内容，因为登记簿违反或将违反规则：{ $fault }
register-covered = 登记簿共{ $size }项，均已由检查点确认。请提交到 git 并发布。
register-nothing = 无须处理。
register-pending = 警告：{ $n }项待定，尚无效力：请登记簿密钥保管人运行 condau sequence。
sequence-says = 待确认{ $n }项，接在已有{ $size }项之后。
sequence-dropped = 已舍弃：待定第{ $index }项（{ $fault }）
sequence-fork = 错误：登记簿不以 { $file } 所含各项开头：登记簿已被改写，或两人同时封存。请先取用另一方的文件（docs/FORMAT.md，“Writing”）。
witness-added = 已添加 { $names } 的签名。请提交到 git 并发布。
witness-none = 错误：{ $file } 中没有 register/policy.txt 所列见证方的签名
witness-other = 错误：{ $file } 中有签名属于另一检查点；请重新发送请求
mark-says = { $code }{ $name ->
        [none] {""}
       *[other] （{ $name }）
     }：{ $before ->
        [none] {""}
       *[other] { $before } →{" "}
     }{ $after }{ $by ->
        [none] {""}
       *[other] ，由 { $by } 取代
     }。原因：{ $reason }
mark-erases = 此项生效后即删除 { $code } 的已存文本和文件；如登记簿密钥不在此处，请在 condau sequence 之后再次运行本命令。
mark-status-in-force = 现行有效
mark-status-suspended = 暂停效力
mark-status-superseded = 被取代
mark-status-revoked = 撤销
passphrase-ask = { $file } 的口令：
passphrase-new = { $file } 的新口令：
passphrase-again = 请再次输入：
draft-written = 已写入 { $file }；须由{ $n }把根密钥签署：condau key --sign { $file }
draft-says = 待签内容：
draft-signed = 已以 { $name } 的名义签署；尚缺{ $n }个签名
move-says = 今后查询码指向：{ $hosts }。{ $kept ->
        [none] {""}
       *[other] 印有下列网址的纸质件继续有效：{ $kept }。
     }
move-issuer = 机关新名称：{ $name }
move-settings = 随后请在 condau.toml 中写入：[verify] host = "{ $host }" 及新的 base_url。
keys-adds = 新密钥，{ $role }：{ $name }。其文件：{ $file }
keys-retires = 自下一项起停用，{ $role }：{ $key }。其已签内容继续有效。
keys-compromised = 已泄露，{ $role }：{ $key }
keys-disowns = 不再承认：{ $code } 第{ $version }版（第{ $index }项）；请重新封存
keys-shows = { $role }：{ $key }{ $until ->
        [none] {""}
       *[other] （至第{ $until }项）
     }{ $compromised ->
        [none] {""}
       *[other] （已泄露，自第{ $compromised }项起不可信）
     }
keys-policy = 见证方策略：
keys-no-policy = 没有见证方策略：不要求机关以外的任何人见证登记簿。
keys-page = { $file } 的 SHA-256：{ $hash }
role-root = 根密钥
role-registrar = 封存密钥
role-log = 登记簿密钥（签署检查点）
opening-says = 启用登记簿：{ $origin }。查询码指向 { $host }。密钥：根密钥{ $roots }把，其中{ $quorum }把共同签署；封存密钥一把，登记簿密钥一把。登记簿只启用一次，名称永不更改。
opening-paper = 密钥保管单在 { $file }：请打印。
opening-done = 登记簿已启用。密钥在 { $folder }：请按保管单分发，然后提交到 git 并发布。
paper-title = 文件登记簿密钥保管单：{ $office }
paper-register = 登记簿：{ $origin }
paper-fingerprint = 登记簿指纹（印于机关纸质件；指纹不符者即为伪造）：
paper-keys = 各密钥保管人：
paper-key = - { $role }，文件 { $file }
paper-place-root = {"    "}存于 U 盘，离线，装入密封信封放保险柜；各根密钥分处保管。不得留在任何电脑上。
paper-place-registrar = {"    "}存于文书人员的电脑，不得存于他处。
paper-place-log = {"    "}存于另一人的电脑；确无他人时方可存于文书人员的电脑。
paper-holder = {"    "}保管人：________________  日期：________________  签名：________________
paper-quorum = { $roots }把根密钥中任意{ $quorum }把共同签署方可更换密钥；单独一把不起任何作用。
paper-loss = 密钥丢失或泄露时，立即处理：
    - 封存密钥或登记簿密钥丢失：携来两把根密钥；运行 condau key new --role registrar（或 log），再运行 condau key retire 名称
    - 封存密钥或登记簿密钥泄露：携来两把根密钥；运行 condau key new …，再运行 condau key compromised 名称 --from-index 数字（数字为首个非本机关所作登记项）；重新封存所列文件
    - 一把根密钥丢失或泄露：由其余根密钥运行 condau key new --role root，再运行 condau key retire（或 compromised）名称
    - 根密钥不足两把：封存照常，但不能更换密钥；用 condau key init --predecessor 启用新登记簿，并以纸质文件公布新指纹
    - 口令与密钥文件分开保管。口令一旦遗失，任何人都无法恢复。
cmd-seal = 将新文件或修改过的文件封存到登记簿
arg-codes = 只封存这些编码（默认：所有尚未封存或修改过的文件）
arg-yes = 不作任何询问；口令取自 CONDAU_KEY_PASSPHRASE
seal-version =
    { $changed ->
        [none] 封存 { $code } 第{ $version }版：{ $name }
       *[other] 封存 { $code } 第{ $version }版：{ $name }（已修改：{ $changed }）
     }
seal-title-before = {"  "}原标题：{ $title }
seal-file = {"  "}文件 { $name }，{ $size }
seal-supersedes = 登记 { $code } 已由 { $by } 取代：{ $reason }
seal-stopped = 未封存：请改正上述错误后再运行。
seal-unknown = content/ 中没有编码为 { $code } 的文件。
seal-refused = 无法封存 { $name }：{ $why }。
seal-dropped = 删去违反规则的待处理项：{ $fault }
cmd-issue = 封存发给个人的结果（例如邀请函），其内容不公开
arg-issue-code = 结果的查询码，20个字符（condau qr --new --unlisted）
arg-files = 交给当事人的一个或多个文件
arg-type = 文种缩写，与文号中的一致：GM
arg-number = 文号
arg-date = 文件日期，形如 2026-05-04
arg-issue-title = 越南文名称或摘要，不写姓名
arg-title-en = 英文名称或摘要
arg-title-zh = 中文名称或摘要
arg-signer = 签署人
arg-until = 有效期最后一日
arg-unlisted = 发给个人的结果所用的20个字符查询码（与 --new 同用）
value-abbr = 缩写
cause-unlisted-unset = 尚未指定非公开结果的文件夹；请在 [verify] 下写入 unlisted = "../khong-cong-khai"，并在网站旁边建立该文件夹
cause-unlisted-inside = 非公开结果的文件夹须在网站旁边，不得在网站之内，因网站内的文件会被公布；请写 unlisted = "../…"
cause-unlisted-missing = 找不到非公开结果的文件夹；请从备份恢复（新机关可建立空文件夹），以免网站遗漏结果
cause-unlisted-public = 非公开结果的文件夹与网站在同一 git 仓库中；请移到仓库之外，因提交到仓库的内容均为公开
cause-unlisted-erase = 删除非公开结果时，请删除此文件夹，再重新生成并发布；登记簿中的承诺值保留，但不透露任何内容
cause-code-unlisted = 不是非公开结果的查询码；查询码为20个字符，例如 M4T6-P0WQ-2X8Z-B5JH-7RKD；可用 condau qr --new --unlisted 分配
cause-file-name = 登记簿只接受由英文字母、数字、点、连字符和下划线组成的文件名，例如 giay-moi.pdf；请更改文件名
unlisted-stopped = 错误：未写入任何内容。{ $file }：{ $what }。修改方法：{ $hint }
unlisted-begun = 上次运行中断，现补记承诺值：{ $code }
issue-says = 封存 { $code } 第{ $version }版：{ $name }。登记簿只记载承诺值，不记载内容。
issue-next = 网站发布之后方可发出纸质件。除纸质件外，不得在别处书写该查询码。
holder-written = 随纸质件一并交给当事人：{ $file }
qr-new-unlisted = 非公开结果的新查询码：{ $code }。纸质件签署后：condau issue { $code } 文件.pdf --type GM --number … --date … --title "…"。请先发布再发出纸质件；不得在别处书写该查询码。
qr-unknown-unlisted = 警告：没有非公开结果使用查询码 { $code }；扫描者将查不到任何内容。请用 condau issue 封存。
verify-page-says = 其页面显示：{ $state }。此内容仅由网站主机担保；持有人文件可证明所封存的内容。
