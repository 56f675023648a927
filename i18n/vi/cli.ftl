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
arg-new = Cấp một mã mới
arg-svg = Ghi tệp SVG
arg-png = Ghi tệp PNG
arg-size-mm = Cạnh của hình, tính bằng mi-li-mét (mặc định: 22)
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
