# Chữ của các lệnh condau translation.
cmd-translation = Theo dõi bản dịch: đã dịch đến đâu, việc kế tiếp, duyệt
cmd-translation-status = In tình trạng các bản dịch
cmd-translation-next = In đoạn cần làm kế tiếp
cmd-translation-accept = Ghi nhận các đoạn đã dịch đúng theo bản gốc hiện nay
cmd-translation-align = In các cặp đoạn và chỗ lệch đầu tiên
arg-translation-lang = Ngôn ngữ của bản dịch: vi, en, zh
arg-translation-format = Dạng kết quả: human, json
arg-item = Bài, ví dụ documents/ke-hoach-2026
arg-block = Chỉ ghi nhận các đoạn này, ví dụ d3.2
arg-all = Ghi nhận mọi cặp đoạn
arg-from-review = Ghi nhận theo ngày soát (reviewed) ghi trong bản dịch
arg-identical = Ghi nhận cả đoạn giống hệt bản gốc
arg-accept-by = Đơn vị ghi nhận, theo units.toml
arg-quality = Chất lượng: machine, draft, reviewed (mặc định: draft)
arg-on = Ngày ghi nhận, dạng 2026-05-04 (mặc định: ngày của --as-of)
value-item = BÀI
value-anchor = ĐOẠN
value-unit = ĐƠN-VỊ
value-quality = CHẤT-LƯỢNG
cause-unknown-item = không có bài này; viết theo dạng mục/tên, ví dụ documents/ke-hoach-2026
cause-language = trang không có ngôn ngữ này; xem languages trong condau.toml
cause-language-source = đây là ngôn ngữ của bản gốc; hãy chọn ngôn ngữ của bản dịch
cause-no-translation = bài chưa có bản dịch này
cause-unknown-unit = không có đơn vị này trong units.toml; bản đã soát phải ghi một đơn vị
translation-row = { $item }  { $language }  { $percent } %  { $counts }{ $oldest ->
        [none] {""}
       *[other] {"  "}(đoạn cũ nhất duyệt ngày { $oldest })
    }
translation-summary = { $done }/{ $all } bản dịch đúng theo bản gốc hiện nay.
translation-nothing = không còn đoạn nào
translation-next = { $place }: { $state }
    {"  "}bài { $item }, bản { $language }, đoạn { $anchor }
translation-source-then = {"  "}bản gốc khi duyệt: { $text }
translation-difference = {"  "}khác nhau: { $text }
translation-source-now = {"  "}bản gốc hiện nay:  { $text }
translation-present = {"  "}bản dịch hiện có:  { $text }
translation-term = {"  "}thuật ngữ: { $term } → { $form }
translation-pair = { $anchor }  { $kind }  dòng { $source } ↔ { $target }
translation-aligned = Bản dịch khớp với bản gốc, đoạn đối đoạn.
translation-diverges = Chỗ lệch đầu tiên: { $state }
    {"  "}bản gốc:  { $source }
    {"  "}bản dịch: { $target }
    {"  "}cách sửa: { $what ->
        [missing] dịch đoạn này và đặt vào đúng chỗ
        [orphan] bỏ đoạn này nếu bản gốc đã bỏ, hoặc đặt lại đúng mục
       *[other] chia bản dịch như bản gốc: mỗi đoạn, mục danh sách, dòng bảng một lần, theo cùng thứ tự
    }
translation-refused = { $block }: không có cặp đoạn nào mang tên này; xem tên bằng condau translation align. Chưa ghi gì.
translation-accepted = đã ghi nhận { $place }  { $anchor }  ({ $state })  { $text }
translation-left = để lại { $place }  { $anchor }  ({ $state })  { $text }
translation-reviews = Đã ghi nhận { $n } bản dịch theo ngày soát.
state-current = { $n } đoạn đúng
state-touched = { $n } đoạn chỉ đổi dấu câu
state-edited = { $n } đoạn đã sửa, chưa duyệt
state-untracked = { $n } đoạn chưa duyệt
state-stale = { $n } đoạn cũ
state-identical = { $n } đoạn chép bản gốc
state-missing = { $n } đoạn chưa dịch
state-unaligned = { $n } đoạn lệch
state-orphan = { $n } đoạn thừa
state-word-current = đúng
state-word-touched = chỉ đổi dấu câu
state-word-edited = đã sửa, chưa duyệt
state-word-untracked = chưa duyệt
state-word-stale = bản gốc đã đổi
state-word-identical = chép bản gốc
state-word-missing = chưa dịch
state-word-unaligned = lệch đoạn
state-word-orphan = bản gốc không có đoạn này
