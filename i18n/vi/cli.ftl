# Chữ của các lệnh.
about = condau: biến văn bản Markdown thành trang thông tin ba thứ tiếng, mỗi văn bản có mã QR để đối chiếu
heading-commands = Lệnh
heading-options = Tùy chọn
cmd-build = Dựng trang từ các tệp nguồn
cmd-check = Soát lỗi các tệp nguồn, không ghi trang
cmd-init = Tạo trang của một cơ quan mới
cmd-new = Tạo một bài mới bằng ba thứ tiếng
cmd-qr = Ghi mã QR của một văn bản ra tệp ảnh
cmd-verify = Kiểm tra giấy tờ: tệp, biên nhận, mã tra cứu hoặc địa chỉ trong mã QR
cmd-audit = Kiểm tra trang đã công bố, hoặc register/, có đúng như sổ hay không
arg-help = In hướng dẫn này
arg-version = In phiên bản
arg-lang = Ngôn ngữ của công cụ: vi, en, zh (mặc định: CONDAU_LANG, rồi ngôn ngữ đầu của trang)
arg-site = Thư mục của trang (mặc định: thư mục này)
arg-out = Thư mục ghi trang (mặc định: public trong thư mục của trang)
arg-jobs = Số luồng xử lý (mặc định: số nhân máy)
arg-as-of = Ngày tính hiệu lực, dạng 2026-05-04 (mặc định: hôm nay theo giờ Việt Nam)
arg-drafts = Dựng cả bản nháp
arg-production = Bản công bố chính thức: mọi lỗi đều dừng việc ghi
arg-check-drafts = Soát cả bản nháp
arg-check-production = Soát như khi công bố chính thức, thêm các quy tắc chỉ dùng khi đó
arg-paths = Chỉ báo lỗi của các tệp, thư mục này
arg-rule = Chỉ báo các quy tắc này
arg-format = Dạng kết quả: human, short, json
arg-fix = Tự sửa những lỗi sửa được và in phần đã đổi
arg-max-warnings = Số cảnh báo tối đa; nhiều hơn thì kết thúc với mã 1
arg-explain = Giải thích một quy tắc
arg-rules = In danh sách quy tắc
arg-dir = Thư mục mới, chưa có gì bên trong
arg-kind = Loại bài
arg-slug = Tên thư mục: chữ thường không dấu, chữ số, gạch nối
arg-title = Tiêu đề
arg-section = Mục (mặc định: mục đầu tiên nhận loại bài này)
arg-id = Dùng mã tra cứu đã cấp trước
arg-code = Mã tra cứu, ví dụ K7M2-9QX4-TB
arg-what = Tệp, biên nhận, mã tra cứu, hoặc địa chỉ đọc được từ mã QR
arg-verify-id = Mã in trên văn bản của tệp
arg-register = Thư mục sổ đăng ký: trang đã công bố hoặc register/
arg-fingerprint = Dấu vân tay của sổ (64 chữ số thập lục phân)
arg-policy = Tệp chính sách nhân chứng (C2SP tlog-policy)
arg-signers = Tệp khóa công khai của người đóng dấu, mỗi dòng một khóa
arg-max-age = Nhân chứng phải thấy sổ trong bấy nhiêu ngày
arg-json = In kết quả dạng JSON, mỗi mục một dòng
arg-verify-as-of = Ngày xét hiệu lực, mặc định hôm nay
arg-audit-dir = Thư mục trang đã công bố, hoặc register/
arg-audit-old = Mốc cũ của sổ (checkpoint); sổ phải nối tiếp mốc này
arg-state = Tệp giữ mốc của lần kiểm tra trước; chỉ ghi lại khi không có lỗi
arg-audit-json = In kết quả thành một đối tượng JSON
arg-audit-as-of = Ngày dựng trang; mặc định là hôm nay
arg-new = Cấp một mã mới
arg-svg = Ghi tệp SVG
arg-png = Ghi tệp PNG
arg-size-mm = Cạnh của hình, tính bằng mi-li-mét (mặc định: 22; mã 20 ký tự: 25)
value-options = TÙY-CHỌN
value-command = LỆNH
value-dir = THƯ-MỤC
value-path = ĐƯỜNG-DẪN
value-paths = ĐƯỜNG-DẪN…
value-n = SỐ
value-rule = QUY-TẮC
value-format = DẠNG
value-kind = LOẠI
value-slug = TÊN
value-title = TIÊU-ĐỀ
value-section = MỤC
value-code = MÃ
value-what = GIẤY TỜ
value-hex = HEX
value-file = TỆP
value-date = NGÀY
value-lang = NGÔN-NGỮ
error-line = lỗi: { $attempt }: { $cause }
attempt-read = không đọc được { $path }
attempt-write = không ghi được { $path }
attempt-replace = không thay được { $path }
attempt-make-folder = không tạo được thư mục { $path }
attempt-find-site = không thấy trang ở { $path }
attempt-random = không lấy được số ngẫu nhiên của hệ thống
attempt-threads = không chạy được { $path } luồng
attempt-arguments = không dùng được "{ $path }"
cause-not-found = không có tệp hoặc thư mục này
cause-outside-site = nằm ngoài thư mục của trang
cause-permission = không có quyền; hãy kiểm tra quyền của tệp và thư mục
cause-disk-full = ổ đĩa đã đầy; hãy dọn chỗ rồi chạy lại, trang cũ vẫn còn nguyên
cause-exists = đã có ở đó và không bị ghi đè; hãy chọn tên khác
cause-is-folder = đây là một thư mục
cause-not-folder = một phần của đường dẫn không phải thư mục
cause-read-only = ổ đĩa chỉ cho đọc
cause-no-site = không có tệp condau.toml; chạy lệnh trong thư mục của trang, hoặc thêm --site THƯ-MỤC, hoặc tạo trang mới bằng condau init
cause-no-base-url = condau.toml chưa có base_url trong phần [site]
cause-settings = condau.toml có lỗi; chạy condau check để xem
cause-not-ours = thư mục này không do condau dựng nên không bị ghi đè; hãy chọn thư mục khác bằng --out
cause-not-empty = thư mục đã có nội dung; hãy chọn thư mục mới
cause-changed-meanwhile = tệp vừa bị thay đổi; hãy chạy lại
cause-signed-pdf = đây là tệp PDF đã ký số nên không được ghi đè
cause-other-file = ở đó đang có một tệp khác, không phải hình cùng định dạng, nên không bị ghi đè; hãy chọn tên khác
cause-unknown-rule = không có quy tắc này; xem danh sách bằng condau check --rules
cause-code = không phải mã tra cứu đúng; mã có 10 ký tự, ví dụ K7M2-9QX4-TB
cause-code-small = cỡ này quá nhỏ để quét; hãy dùng cỡ lớn hơn, ví dụ --size-mm 22
cause-address-long = địa chỉ quá dài cho mã QR
cause-slug = tên chỉ gồm chữ thường không dấu, chữ số và gạch nối, ví dụ ke-hoach-2026
cause-no-section = không có mục nào nhận loại bài này; hãy thêm loại này vào kinds của một mục trong condau.toml
cause-unknown-section = không có mục này; các mục của trang: { $sections }
cause-kind-in-section = mục này không nhận loại bài đó; xem kinds trong condau.toml
progress = đang ghi trang… { $percent }%
built = Đã dựng { $pages } trang vào { $folder } (ghi { $written } tệp, xóa { $removed } tệp cũ).
built-open = Xem thử: python3 -m http.server -d { $folder } 8000, rồi mở http://localhost:8000/
build-stopped = Chưa ghi gì: hãy sửa các lỗi trên rồi dựng lại.
build-more-problems = … và { $n } vấn đề khác; xem đủ bằng condau check
foreign-file = không do condau tạo, để nguyên: { $path }
fixed = Đã sửa { $n } chỗ.
init-done = Đã tạo trang mẫu trong { $folder }. Tiếp theo: cd { $folder } && condau build
new-done = Đã tạo { $folder }. Điền nội dung, dịch tiêu đề, rồi bỏ dòng draft = true.
new-draft = bỏ dòng này khi đã soạn xong
new-translate = cần dịch sang { $language }
new-values = các giá trị:
new-summary = … (tóm tắt bằng tiếng Việt, một đến ba câu)
new-section-steps = Trình tự thực hiện
new-section-how = Cách thức thực hiện
new-section-dossier = Thành phần hồ sơ
new-section-conditions = Yêu cầu, điều kiện
new-section-result = Kết quả
new-section-eligibility = Đối tượng, điều kiện
qr-caption = Chú thích đặt dưới hình: Mã tra cứu { $code } · { $address }
qr-new = Mã mới: { $code }. Khi soạn bài: condau new document TÊN --title "…" --id { $code }. Công bố bài trước khi phát hành giấy có mã này.
qr-small = cảnh báo: ô của mã nhỏ hơn 0,45 mm, máy cũ có thể khó quét
qr-unknown = cảnh báo: không có bài nào của trang mang mã { $code }; người quét mã này sẽ không thấy văn bản. Hãy kiểm tra lại mã, hoặc ghi mã vào trường id của bài.
severity-word-error = lỗi
severity-word-warning = cảnh báo
severity-word-note = lưu ý
see-also = xem thêm:
how-to-fix = cách sửa:
compared-with = đối chiếu theo:
check-summary = { $errors } lỗi, { $warnings } cảnh báo, { $notes } lưu ý trong { $files } tệp{ $time }.
check-time = {" "}({ $seconds } giây)
check-explain = Giải thích: condau check --explain { $rule }
heading-usage = Cách dùng:
usage-command = lỗi: không có lệnh "{ $name }". Xem các lệnh: condau --help.{ $near ->
        [none] {""}
       *[other] {" "}Có phải "{ $near }"?
     }
usage-argument = lỗi: không có tùy chọn "{ $name }". Thêm --help để xem các tùy chọn.{ $near ->
        [none] {""}
       *[other] {" "}Có phải "{ $near }"?
     }
usage-value = lỗi: "{ $value }" không dùng được cho { $name }.{ $valid ->
        [none] {""}
       *[other] {" "}Chọn một trong: { $valid }
     }
usage-value-missing = lỗi: { $name } cần một giá trị.
usage-date = lỗi: "{ $value }" không dùng được cho { $name }; ngày viết năm-tháng-ngày: { $date }
usage-number = lỗi: "{ $value }" không dùng được cho { $name }; hãy viết một số nguyên: { $range }
usage-missing = lỗi: thiếu { $name }. Thêm --help để xem cách dùng.
usage-conflict = lỗi: { $name } không dùng cùng { $other }.
usage-twice = lỗi: { $name } ghi hai lần; chỉ ghi một lần.
usage-no-value = lỗi: { $name } không nhận giá trị; bỏ "={ $value }".
usage-extra = lỗi: thừa "{ $name }". Thêm --help để xem cách dùng.
usage-other = lỗi: dòng lệnh không đúng. Thêm --help để xem cách dùng.
explain-fixable = Sửa tự động được: condau check --fix
explain-wrong = Sai:
explain-right = Đúng:
explain-locked = Quy tắc này luôn là lỗi, không hạ mức được.
explain-severity = Đổi mức trong condau.toml: [check], rồi { $rule } = "error", "warning", "note" hoặc "off"
rules-legend = Dấu !: luôn là lỗi, không hạ mức được, và build không ghi trang khi còn lỗi đó. --fix: condau check --fix sửa được. Dấu …: chỗ ghi cụ thể khi báo lỗi.
verify-specimen = MẪU (SPECIMEN): sổ này chỉ để trình diễn, không có giá trị pháp lý.
verdict-current = { $what }: { $kind ->
        [code] CÓ TRONG SỔ, CÒN HIỆU LỰC
       *[other] ĐÚNG BẢN GỐC VÀ CÒN HIỆU LỰC
     }
verdict-not-current = { $what }: { $kind ->
        [code] có trong sổ, nhưng KHÔNG CÒN LÀ BẢN HIỆN HÀNH
       *[other] đúng bản gốc, nhưng KHÔNG CÒN LÀ BẢN HIỆN HÀNH
     }
verdict-currency-unknown = { $what }: { $kind ->
        [code] có trong sổ, CHƯA BIẾT CÒN HIỆU LỰC HAY KHÔNG
        [page] cấp cho cá nhân, CHƯA CHỨNG MINH ĐƯỢC CÒN HIỆU LỰC HAY KHÔNG
       *[other] đúng bản gốc, CHƯA BIẾT CÒN HIỆU LỰC HAY KHÔNG
     }
verdict-differs = { $what }: KHÔNG GIỐNG bản đã đóng dấu
verdict-not-in-register = { $what }: KHÔNG CÓ TRONG SỔ
verdict-other-host = { $what }: ĐỊA CHỈ KHÔNG PHẢI CỦA CƠ QUAN
verdict-broken = { $what }: SỔ HOẶC BIÊN NHẬN BỊ HỎNG, không được tin
verdict-cannot-check = { $what }: KHÔNG KIỂM TRA ĐƯỢC
reason-in-force = Văn bản đang có hiệu lực.
reason-not-yet = Văn bản chưa đến ngày có hiệu lực.
reason-earlier = Đây là bản cũ; đã có bản mới hơn.
reason-suspended = Văn bản đang tạm ngưng hiệu lực.
reason-superseded = Văn bản đã được thay thế.
reason-revoked = Văn bản đã bị thu hồi.
reason-expired = Văn bản đã hết hiệu lực.
reason-no-register = Không có sổ bên cạnh: biên nhận chỉ chứng minh đã đóng dấu.
reason-old-register = Sổ có ở đây cũ hơn biên nhận; hãy lấy sổ mới.
reason-stale = Đã quá lâu chưa có nhân chứng thấy sổ.
reason-unlisted = Kết quả không công khai; hãy xem trang của mã để biết còn hiệu lực hay không.
reason-other-bytes = Tệp này khác mọi bản đã đóng dấu dưới mã { $code }.
reason-no-such-bytes = Không bản nào đã đóng dấu có nội dung này. Biết mã in trên giấy thì thêm --id MÃ.
reason-unknown-code = Không có mã này trong sổ: gõ nhầm, chưa công bố, hoặc giấy giả.
reason-mistyped = Mã bị gõ nhầm: ký tự kiểm tra không khớp.
reason-disowned = Văn bản được đóng dấu bằng khóa đã lộ, cơ quan không công nhận.
reason-unsealed = Văn bản đã công bố nhưng chưa đóng dấu: chưa có gì được chứng minh.
reason-host = Địa chỉ phải là https, đúng tên máy chủ mà sổ ghi, không kèm cổng hay tên người dùng.
reason-rule = Sổ vi phạm quy tắc nêu dưới đây.
reason-proof = Chứng minh trong biên nhận không dẫn đến sổ.
reason-signature = Thiếu chữ ký, hoặc chữ ký sai.
reason-quorum = Chưa đủ nhân chứng xác nhận sổ.
reason-fork = Biên nhận thuộc một sổ khác, hoặc sổ đã bị viết lại.
reason-no-anchor = Chưa biết tin vào đâu: thêm --fingerprint (in trên giấy của cơ quan) và --register; với biên nhận không kèm sổ: --policy và --signers.
reason-unreadable = Không đọc được tệp, hoặc không phải loại tệp kiểm tra được.
verify-fault = Quy tắc: { $fault }
verify-compare = So sánh với văn bản trên tay; sai một chữ là không đúng bản gốc:
verify-line = {"  "}{ $name }: { $value }
verify-sealed = Mục { $index } trong { $size } mục của sổ; ký: { $signers }
verify-witness = Nhân chứng { $name } đã thấy sổ lúc { $time }
verify-no-witness = Chú ý: chưa có nhân chứng bên ngoài nào được yêu cầu; kết quả dựa vào chính cơ quan.
cause-no-register = thư mục này không có sổ đăng ký
cause-fingerprint = dấu vân tay phải có 64 chữ số thập lục phân
cause-policy = dòng này không đúng dạng chính sách nhân chứng
cause-vkey = dòng này không phải khóa công khai dạng TÊN+ID+BASE64
cause-locked = một lệnh condau khác đang làm việc với sổ; hãy chờ lệnh đó xong rồi chạy lại
cause-key-file = đây không phải tệp khóa của condau (khóa bí mật đã mã hóa, dạng PEM)
cause-key-kind = khóa thuộc loại khác; sổ chỉ nhận khóa Ed25519
cause-passphrase = mật khẩu không đúng
cause-no-checkpoint = đây không phải mốc (checkpoint) của một sổ
cause-no-fingerprint = chưa biết dấu vân tay của sổ; thêm --fingerprint (in trên giấy của cơ quan), hoặc --site với thư mục có condau.toml
cause-day = không dùng được ngày này; năm phải có bốn chữ số
audit-rule = sổ vi phạm quy tắc: { $found }
audit-signature = không đọc được mốc của sổ, hoặc chữ ký của một nhân chứng sai
audit-quorum = chưa đủ nhân chứng xác nhận mốc này; hãy đề nghị nhân chứng ký
audit-fork = sổ đã bị viết lại, hoặc đang trưng trạng thái cũ. Đã thấy trước đây: { $expected }. Bây giờ: { $found }
audit-form = dòng này không đúng dạng: { $found }
audit-key = khóa này không thuộc sổ: { $found }
audit-missing = thiếu tệp này
audit-unexpected = không mục nào của sổ nêu tệp này
audit-file = tệp không phải bản đã đóng dấu: SHA-256 { $found }, đã đóng dấu { $expected }
audit-sums = đang ghi “{ $found }”, sổ ghi “{ $expected }”
audit-receipt = biên nhận không chứng minh được mục của mình: { $found }
audit-words = chữ không đúng bản đã đóng dấu: { $found }, đã đóng dấu { $expected }
audit-hidden = có thể có chữ bị giấu hoặc thêm vào: { $found }
audit-article = bài viết nêu tên một bản chưa từng đóng dấu: { $found }
audit-old-article = { $found } không phải bản mới nhất; phải trưng { $expected }
audit-untold = các ngôn ngữ khác của bản này có trên trang; không trang nào có { $expected }
audit-state = trang ghi { $found }, sổ ghi { $expected }
audit-state-words = trang ghi “{ $found }”, chữ của trạng thái này là “{ $expected }”
audit-stateless = trang không nói hiệu lực của { $expected } bằng: { $found }
audit-leak = mã { $found } của một kết quả không công khai nằm ở đây; hãy xóa, vì mã này mở được kết quả
audit-clean = Không thấy lỗi: { $size } mục trong sổ, { $articles } bài viết đã đóng dấu, { $states } trạng thái trên các trang.
audit-broken = Có { $n } lỗi. Chưa làm rõ thì không được tin nội dung đã công bố.
cmd-key = Khóa của sổ: tạo, thu hồi, xem
cmd-key-init = Mở sổ: tạo các khóa đầu tiên, mục đầu tiên và tờ ghi ai giữ khóa nào
cmd-key-new = Tạo một khóa và để các khóa gốc ký nhận
cmd-key-retire = Cho một khóa thôi dùng; những gì khóa đó đã ký vẫn có giá trị
cmd-key-compromised = Hủy một khóa đã lộ; những gì khóa đó đóng dấu từ một mục trở đi không có giá trị
cmd-key-show = Xem các khóa công khai, dấu vân tay và chính sách nhân chứng
cmd-mark = Ghi tình trạng mới của một văn bản đã đóng dấu
cmd-move = Đổi tên hoặc địa chỉ của cơ quan; địa chỉ cũ vẫn có giá trị
cmd-sequence = Ghi các mục đang chờ vào sổ bằng một mốc mới
cmd-witness-request = In yêu cầu gửi cho nhân chứng
cmd-witness-add = Thêm chữ ký mà nhân chứng gửi lại
arg-roots = Số khóa gốc (mặc định: 2; hai khóa bất kỳ cùng ký)
arg-paper = Ghi tờ hướng dẫn giữ khóa ra một tệp mới để in
arg-predecessor = Mốc cuối cùng của sổ trước, khi sổ đó đã mất khóa gốc
arg-sealed = Thời điểm ghi trong mục, dạng 2026-05-04T01:30:00Z (mặc định: bây giờ)
arg-role = Việc của khóa: root (khóa gốc), registrar (đóng dấu), log (ký mốc của sổ)
arg-reason = Lý do, bằng tiếng Việt
arg-reason-en = Lý do, bằng tiếng Anh
arg-reason-zh = Lý do, bằng tiếng Trung
arg-draft = Ghi mục ra tệp để các khóa gốc lần lượt ký
arg-sign = Ký vào tệp đó bằng khóa gốc có ở đây; đủ chữ ký thì mục được ghi vào sổ
arg-name = Tên khóa, ví dụ registrar-1, hoặc toàn bộ khóa công khai
arg-from-index = Số của mục đầu tiên không còn tin được
arg-status = in-force (còn hiệu lực), suspended (tạm ngưng), superseded (được thay thế) hoặc revoked (thu hồi)
arg-by = Mã của văn bản thay thế (dùng với superseded)
arg-erase = Xóa cả văn bản và tệp đã lưu (dùng với revoked)
arg-host = Mọi tên máy chủ mà mã dẫn đến từ nay, tên được in đứng đầu
arg-issuer-vi = Tên mới của cơ quan bằng tiếng Việt
arg-issuer-en = Tên mới của cơ quan bằng tiếng Anh
arg-issuer-zh = Tên mới của cơ quan bằng tiếng Trung
arg-successor = Tên gốc và dấu vân tay của sổ kế tiếp
arg-old = Từ chối nếu sổ không bắt đầu bằng các mục của mốc này (nên dùng mốc trên trang đang chạy)
arg-drop-pending = Bỏ các mục đang chờ mà vi phạm quy tắc
arg-old-size = Số mục mà nhân chứng thấy lần cuối (mặc định: mốc mới nhất đã đủ nhân chứng)
arg-answer = Tệp chứa trả lời của nhân chứng
value-text = CHỮ
value-status = TÌNH-TRẠNG
value-role = VIỆC
value-name = TÊN
value-host = MÁY-CHỦ
value-time = THỜI-ĐIỂM
usage-moment = lỗi: không dùng được "{ $value }" cho { $name }; hãy ghi thời điểm theo giờ UTC: 2026-05-04T01:30:00Z
cause-no-key-folder = chưa biết thư mục giữ khóa; hãy đặt CONDAU_KEY_DIR
cause-key-in-project = khóa không được nằm trong thư mục của trang, vì có thể bị công bố; hãy đặt CONDAU_KEY_DIR là thư mục ở ngoài
cause-no-key = khóa này không có ở đây; hãy chép tệp khóa vào chỗ đó, hoặc đặt CONDAU_KEY_DIR là thư mục chứa khóa
cause-key-other = đây là khóa khác với khóa mà sổ ghi dưới tên đó
cause-key-exists = chỗ đó đã có tệp khóa; hãy chuyển tệp ấy đến nơi an toàn, hoặc đặt CONDAU_KEY_DIR là thư mục khác
cause-passphrase-empty = phải có mật khẩu
cause-passphrase-twice = hai lần gõ mật khẩu khác nhau; hãy chạy lại
cause-no-passphrase = không hỏi được mật khẩu ở đây; hãy chạy trong cửa sổ lệnh, hoặc đặt CONDAU_KEY_PASSPHRASE
cause-not-opened = chưa có sổ; lệnh condau key init mở sổ
cause-opened = đã có sổ; sổ chỉ mở một lần
cause-opening = lần chạy trước bị ngắt giữa chừng; hãy làm nốt bằng condau sequence, hoặc xóa thư mục register/ rồi làm lại từ đầu
cause-clock = thời điểm này sớm hơn mục mới nhất quá mười phút; hãy chỉnh lại đồng hồ
cause-checkpoint = trong đó không có mốc của sổ
cause-old-size = sổ không có nhiều mục như vậy
cause-mark-by = --by MÃ chỉ dùng với superseded, và superseded phải có --by
cause-mark-erase = chỉ xóa được văn bản đã thu hồi
cause-roots-missing = ở đây chưa đủ khóa gốc; hãy mang các khóa này đến, hoặc thu chữ ký từng nơi: --draft TỆP ở đây, rồi condau key --sign TỆP ở mỗi nơi
cause-draft = đây không phải bản chờ ký của condau (key … --draft, move --draft)
cause-from-index = khóa đóng dấu và khóa sổ cần --from-index SỐ; khóa gốc thì không
cause-key-several = có nhiều khóa cùng tên; hãy ghi log-1, log-2, … hoặc toàn bộ khóa (condau key show)
cause-key-command = hãy ghi rõ: init, new, retire, compromised, show, hoặc --sign TỆP
cause-specimen = specimen trong [site] không khớp với mục 0 của sổ; sổ mẫu thì mãi là mẫu, sổ thật không phải là mẫu
cause-key-unknown = sổ không có khóa nào đang dùng như vậy; xem condau key show
cause-settings-verify = không sửa được bảng [verify] mà giữ nguyên phần khác; hãy ghi origin và fingerprint dạng khóa = "…" dưới dòng [verify]
cause-same-origin = sổ mới phải có tên mới; hãy ghi origin khác trong [verify]
register-stopped = lỗi: không ghi gì cả, vì sổ vi phạm hoặc sẽ vi phạm một quy tắc: { $fault }
register-covered = Sổ có { $size } mục, mốc mới đã ghi nhận tất cả. Giờ hãy lưu vào git và công bố.
register-nothing = Không có gì phải làm.
register-pending = cảnh báo: { $n } mục đang chờ, chưa có giá trị: người giữ khóa sổ chạy condau sequence.
sequence-says = Số mục sẽ ghi nhận: { $n }, tiếp sau { $size } mục đã có.
sequence-dropped = Đã bỏ: mục đang chờ { $index } ({ $fault })
sequence-fork = lỗi: sổ không bắt đầu bằng các mục của { $file }: sổ đã bị viết lại, hoặc hai người cùng đóng dấu. Trước hết hãy lấy các tệp của bên kia (docs/FORMAT.md, "Writing").
witness-added = Đã thêm chữ ký của { $names }. Giờ hãy lưu vào git và công bố.
witness-none = lỗi: không dòng nào trong { $file } là chữ ký của nhân chứng có trong register/policy.txt
witness-other = lỗi: một chữ ký trong { $file } là của mốc khác; hãy gửi lại yêu cầu
mark-says = { $code }{ $name ->
        [none] {""}
       *[other] {" "}({ $name })
     }: { $before ->
        [none] {""}
       *[other] { $before } →{" "}
     }{ $after }{ $by ->
        [none] {""}
       *[other] {" "}bởi { $by }
     }. Lý do: { $reason }
mark-erases = Văn bản và tệp đã lưu của { $code } bị xóa ngay khi mục này có giá trị; nếu khóa sổ không có ở đây, hãy chạy lại lệnh này sau condau sequence.
mark-status-in-force = còn hiệu lực
mark-status-suspended = tạm ngưng hiệu lực
mark-status-superseded = được thay thế
mark-status-revoked = thu hồi
passphrase-ask = Mật khẩu của { $file }:
passphrase-new = Mật khẩu mới cho { $file }:
passphrase-again = Gõ lại một lần nữa:
draft-written = Đã ghi vào { $file }; cần { $n } khóa gốc ký: condau key --sign { $file }
draft-says = Nội dung sẽ ký:
draft-signed = Đã ký với tên { $name }; còn thiếu { $n } chữ ký
move-says = Từ nay mã dẫn đến: { $hosts }.{ $kept ->
        [none] {""}
       *[other] {" "}Giấy tờ in các địa chỉ sau vẫn có giá trị: { $kept }.
     }
move-issuer = Tên mới của cơ quan: { $name }
move-settings = Sau đó ghi vào condau.toml: [verify] host = "{ $host }", và base_url mới.
keys-adds = Khóa mới, { $role }: { $name }. Tệp khóa: { $file }
keys-retires = Thôi dùng kể từ mục kế tiếp, { $role }: { $key }. Những gì khóa này đã ký vẫn có giá trị.
keys-compromised = Đã lộ, { $role }: { $key }
keys-disowns = Không còn được công nhận: { $code }, bản { $version } (mục { $index }); hãy đóng dấu lại
keys-shows = { $role }: { $key }{ $until ->
        [none] {""}
       *[other] {" "}(đến mục { $until })
     }{ $compromised ->
        [none] {""}
       *[other] {" "}(đã lộ, không tin từ mục { $compromised })
     }
keys-policy = Chính sách nhân chứng:
keys-no-policy = Chưa có chính sách nhân chứng: không yêu cầu ai ngoài cơ quan xác nhận sổ.
keys-page = SHA-256 của { $file }: { $hash }
role-root = khóa gốc
role-registrar = khóa đóng dấu
role-log = khóa sổ (ký mốc)
opening-says = Mở sổ: { $origin }. Mã dẫn đến { $host }. Khóa: { $roots } khóa gốc, trong đó { $quorum } khóa cùng ký; một khóa đóng dấu, một khóa sổ. Sổ chỉ mở một lần, tên sổ không bao giờ đổi.
opening-paper = Tờ hướng dẫn giữ khóa ở { $file }: hãy in ra.
opening-done = Sổ đã mở. Các khóa ở { $folder }: hãy giao khóa như tờ hướng dẫn, rồi lưu vào git và công bố.
paper-title = Khóa của sổ đăng ký văn bản: { $office }
paper-register = Sổ: { $origin }
paper-fingerprint = Dấu vân tay của sổ (in trên giấy tờ của cơ quan; sổ có dấu khác là sổ giả):
paper-keys = Ai giữ khóa nào:
paper-key = - { $role }, tệp { $file }
paper-place-root = {"    "}Trên thẻ nhớ USB, không nối mạng, trong phong bì niêm phong cất ở tủ sắt; mỗi khóa gốc một nơi. Không để lại trên máy tính nào.
paper-place-registrar = {"    "}Trên máy tính của văn thư, không để ở nơi nào khác.
paper-place-log = {"    "}Trên máy tính của một người khác; chỉ khi không có ai mới để ở máy của văn thư.
paper-holder = {"    "}Người giữ: ________________  Ngày: ________________  Ký tên: ________________
paper-quorum = { $quorum } khóa bất kỳ trong { $roots } khóa gốc cùng ký thì thay được khóa; một khóa gốc đứng riêng không làm được gì.
paper-loss = Khi mất khóa hoặc lộ khóa, làm ngay:
    - mất khóa đóng dấu hoặc khóa sổ: mang hai khóa gốc đến; condau key new --role registrar (hoặc log), rồi condau key retire TÊN
    - lộ khóa đóng dấu hoặc khóa sổ: mang hai khóa gốc đến; condau key new …, rồi condau key compromised TÊN --from-index SỐ, trong đó SỐ là mục đầu tiên không phải của cơ quan; đóng dấu lại những văn bản được nêu tên
    - mất hoặc lộ một khóa gốc: các khóa gốc còn lại chạy condau key new --role root, rồi condau key retire (hoặc compromised) TÊN
    - còn dưới hai khóa gốc: vẫn đóng dấu được nhưng không thay được khóa; mở sổ mới bằng condau key init --predecessor và thông báo dấu vân tay mới bằng văn bản giấy
    - Mật khẩu cất riêng, không để cùng tệp khóa. Mật khẩu đã mất thì không ai lấy lại được.
cmd-seal = Đóng dấu các văn bản mới hoặc đã sửa vào sổ con dấu
arg-codes = Chỉ đóng dấu các mã này (mặc định: mọi văn bản chưa đóng dấu hoặc đã sửa)
arg-yes = Không hỏi gì; mật khẩu lấy từ CONDAU_KEY_PASSPHRASE
seal-version =
    { $changed ->
        [none] Đóng dấu { $code }, bản { $version }: { $name }
       *[other] Đóng dấu { $code }, bản { $version }: { $name } (đã sửa: { $changed })
     }
seal-title-before = {"  "}tên cũ: { $title }
seal-file = {"  "}tệp { $name }, { $size }
seal-supersedes = Ghi { $code } đã được thay thế bằng { $by }: { $reason }
seal-stopped = Chưa đóng dấu: sửa các lỗi trên rồi chạy lại.
seal-unknown = Không có văn bản nào mang mã { $code } trong content/.
seal-refused = Chưa đóng dấu được { $name }: { $why }.
seal-dropped = Bỏ mục chờ sai quy tắc: { $fault }
cmd-issue = Đóng dấu một kết quả cấp cho cá nhân, ví dụ giấy mời; nội dung không công khai
arg-issue-code = Mã của kết quả, gồm 20 ký tự (condau qr --new --unlisted)
arg-files = Một hay nhiều tệp giao cho người nhận
arg-type = Chữ viết tắt tên loại, như trong số ký hiệu: GM
arg-number = Số, ký hiệu của giấy
arg-date = Ngày của giấy, dạng 2026-05-04
arg-issue-title = Tên loại hoặc trích yếu bằng tiếng Việt, không ghi tên người
arg-title-en = Tên hoặc trích yếu bằng tiếng Anh
arg-title-zh = Tên hoặc trích yếu bằng tiếng Trung
arg-signer = Người ký giấy
arg-until = Ngày cuối cùng còn hiệu lực
arg-unlisted = Mã 20 ký tự cho kết quả cấp cho cá nhân (dùng với --new)
value-abbr = VIẾT-TẮT
cause-unlisted-unset = chưa khai thư mục kết quả không công khai; hãy ghi dưới [verify]: unlisted = "../khong-cong-khai", rồi tạo thư mục đó bên cạnh trang
cause-unlisted-inside = thư mục kết quả không công khai phải ở bên cạnh trang, không ở trong trang, vì tệp trong trang được công bố; hãy ghi unlisted = "../…"
cause-unlisted-missing = không thấy thư mục kết quả không công khai; hãy lấy lại từ bản lưu (cơ quan mới thì tạo thư mục rỗng), để trang không bị mất kết quả nào
cause-unlisted-public = thư mục kết quả không công khai nằm cùng kho git với trang; hãy chuyển ra ngoài, vì những gì lưu vào kho đều công khai
cause-unlisted-erase = muốn xóa một kết quả không công khai thì xóa thư mục này, rồi dựng và công bố lại; cam kết còn trong sổ không cho biết điều gì
cause-code-unlisted = không phải mã của kết quả không công khai; mã có 20 ký tự, ví dụ M4T6-P0WQ-2X8Z-B5JH-7RKD; lệnh condau qr --new --unlisted cấp mã
cause-file-name = sổ chỉ nhận tên tệp gồm chữ không dấu, chữ số, dấu chấm, gạch nối và gạch dưới, ví dụ giay-moi.pdf; hãy đổi tên tệp
unlisted-stopped = lỗi: chưa ghi gì. { $file }: { $what }. Cách sửa: { $hint }
unlisted-begun = Lần chạy trước bị ngắt giữa chừng; nay ghi tiếp cam kết: { $code }
issue-says = Đóng dấu { $code }, bản { $version }: { $name }. Sổ chỉ ghi cam kết, không ghi nội dung.
issue-next = Công bố trang xong mới phát hành giấy. Ngoài tờ giấy, không ghi mã này ở đâu khác.
holder-written = Giao cho người nhận cùng với giấy: { $file }
qr-new-unlisted = Mã mới của kết quả không công khai: { $code }. Khi giấy đã ký: condau issue { $code } TỆP.pdf --type GM --number … --date … --title "…". Công bố trước khi phát hành giấy; không ghi mã này ở đâu khác.
qr-unknown-unlisted = cảnh báo: không có kết quả không công khai nào mang mã { $code }; người quét mã này sẽ không thấy gì. Hãy đóng dấu bằng condau issue.
verify-page-says = Trang của mã ghi: { $state }. Chỉ máy chủ bảo đảm điều này; tệp của người giữ chứng minh nội dung đã đóng dấu.
