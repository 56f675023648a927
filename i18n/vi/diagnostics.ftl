# Câu chữ của các vấn đề: một câu cho mỗi quy tắc, .hint là cách sửa, .explain là lý do.
file-encoding = tệp không phải UTF-8, có thể gõ bằng { $font }
    .hint = mở tệp bằng trình soạn thảo, chọn lưu với bảng mã UTF-8; nếu gõ bằng phông cũ thì chuyển mã sang Unicode trước
    .explain = Trang chỉ đọc được chữ Unicode dạng UTF-8. Văn bản gõ bằng phông TCVN3 hoặc VNI sẽ hiện thành ký tự lạ.
file-large = tệp nặng { $mb } MB, giới hạn { $limit } MB
    .hint = chia nhỏ tệp, hoặc đính kèm dưới dạng PDF
    .explain = Tệp chữ quá lớn làm trang mở rất chậm trên điện thoại.
file-link = { $name } là liên kết hoặc tệp đặc biệt, không phải tệp thường
    .hint = thay bằng bản sao của chính tệp đó
    .explain = Liên kết có thể dẫn ra ngoài thư mục của trang và công bố nhầm tệp khác, nên không được đọc.
private-key = tệp chứa khóa bí mật
    .hint = xóa tệp khỏi thư mục của trang ngay, và báo cho người giữ khóa
    .explain = Khóa bí mật lộ ra thì người khác đóng dấu được thay cơ quan. Không bao giờ để khóa trong thư mục của trang.
not-nfc =
    { $n ->
        [1] chữ "{ $text }" dùng dấu tổ hợp, cần dạng dựng sẵn
       *[other] { $n } chữ dùng dấu tổ hợp, cần dạng dựng sẵn; chữ đầu tiên: "{ $text }"
     }
    .hint = chạy condau check --fix để sửa cả tệp; rồi đặt bộ gõ sang Unicode dựng sẵn
    .explain = Cùng một chữ có hai cách mã hóa. Dạng tổ hợp làm tìm kiếm và đối chiếu sai.
invisible-character = có ký tự ẩn U+{ $code }
    .hint = xóa ký tự này, hoặc chạy condau check --fix
    .explain = Ký tự không nhìn thấy làm hai chữ trông giống nhau mà khác nhau.
lookalike-letter = chữ "{ $c }" (U+{ $code }) trông giống "{ $d }" nhưng không phải
    .hint = gõ lại bằng chữ "{ $d }"
    .explain = Chữ của bảng chữ khác làm tìm kiếm và đối chiếu số ký hiệu sai.
full-width-latin = ký tự toàn khổ "{ $text }"
    .hint = gõ lại bằng chữ thường khổ, hoặc chạy condau check --fix
    .explain = Chữ và số toàn khổ chỉ dùng trong tiếng Trung.
front-matter-missing =
    { $cause ->
        [late] trước dòng +++ có dòng trống hoặc dấu cách
        [dashes] phần đầu tệp mở bằng ---, không phải +++
        [fence] dòng { $line } phải là +++
        [unclosed] thiếu dòng +++ thứ hai: từ dòng { $line } có vẻ là nội dung bài
        [unclosed-end] thiếu dòng +++ thứ hai, kết thúc phần đầu tệp
       *[none] thiếu phần đầu tệp giữa hai dòng +++
     }
    .hint =
        { $cause ->
            [late] xóa hết những gì đứng trước +++, để +++ nằm ngay đầu dòng 1 của tệp
            [dashes] thay cả hai dòng --- bằng +++, và viết mỗi trường dạng tên = "giá trị", không viết tên: giá trị
            [fence] viết đúng ba dấu cộng, liền nhau, một mình một dòng: +++
            [unclosed] viết một dòng +++ ngay trên dòng { $line }
            [unclosed-end] viết một dòng +++ ngay dưới dòng { $line }, rồi đến nội dung bài
           *[none] viết dòng đầu tiên là +++, rồi các trường, rồi một dòng +++ nữa, rồi đến nội dung bài
         }
    .explain = Phần đầu tệp cho biết tiêu đề, số, ngày và đơn vị phụ trách. Phần này nằm giữa hai dòng +++, dòng +++ thứ nhất là dòng 1 của tệp.
front-matter-syntax =
    { $what ->
        [smart-quotes] ngoặc kép cong trong { $text }
        [date-form] ngày "{ $text }" sai dạng
        [date-none] không có ngày "{ $text }"
        [moment] ngày giờ "{ $text }" sai dạng
        [boolean] "{ $text }" sai dạng đúng/sai
        [number] số "{ $text }" sai dạng
        [duplicate] trường "{ $text }" ghi hai lần
        [comma] thiếu dấu phẩy trong { $text }
        [commas] thừa dấu phẩy trong { $text }
        [comma-after] thừa dấu phẩy sau { $text }
        [bracket] thiếu dấu đóng ngoặc ở { $text }
        [equals] thiếu dấu bằng ở { $text }
        [colon] dấu hai chấm thay cho dấu bằng: { $text }
        [empty] trường "{ $text }" chưa có giá trị
        [quote] chữ thiếu ngoặc kép: { $text }
        [lines] chữ trong ngoặc kép bị ngắt dòng: { $text }
        [inner-quotes] có dấu ngoặc kép thẳng bên trong chữ: { $text }
        [backslash] dấu \ trong chữ: { $text }
        [full-width] dấu câu toàn khổ: { $text }
        [remark] ghi chú sai dạng: { $text }
        [space] có khoảng trắng không thấy được ({ $text }), thường do dán từ Word
        [key] tên trường "{ $text }" không đúng: chỉ gồm chữ không dấu, chữ số, dấu _
       *[other] dòng này không đọc được: { $text }
     }
    .hint =
        { $what ->
            [smart-quotes] viết { $right }
            [date-form] viết { $right }, không có ngoặc kép
            [date-none] xem lại lịch; viết năm-tháng-ngày, ví dụ 2026-03-02
            [moment] viết { $right }
            [boolean] viết { $right }, chữ thường, không có ngoặc kép
            [number] viết { $right }
            [duplicate] xóa một trong hai dòng
            [comma] viết dấu phẩy giữa các giá trị
            [commas] giữa hai giá trị chỉ viết một dấu phẩy
            [comma-after] viết { $right }
            [bracket] thêm ] hoặc {"}"} sau giá trị cuối cùng
            [equals] viết tên = giá trị; nếu đây là nội dung bài thì chuyển xuống dưới dòng +++ thứ hai
            [colon] viết { $right }
            [empty] viết { $right }, hoặc xóa dòng này
            [quote] viết { $right }
            [lines] viết trên một dòng: { $right }
            [inner-quotes] viết { $right }
            [backslash] viết { $right }
            [full-width] viết { $right }
            [remark] viết { $right }
            [space] xóa khoảng trắng đó rồi gõ lại bằng phím cách: { $right }
            [key] { $right ->
                [none] xem tên các trường trong một bài cùng loại, hoặc trong bài do condau new tạo
               *[other] viết { $right }
            }
           *[other] kiểm tra dấu ngoặc kép, dấu bằng và dấu phẩy ở dòng này
         }
    .explain = Các trường viết theo dạng TOML: tên = "chữ", tên = 2026-03-02, tên = ["a", "b"].
unknown-key = không có trường "{ $key }"
    .hint =
        { $near ->
            [none]
                { $known ->
                    [none] xóa trường này, hoặc xem các trường của loại bài này trong một bài do condau new tạo
                   *[other] xóa dòng này; ở đây chỉ dùng được: { $known }
                }
           *[other] viết "{ $near }"
         }
    .explain = Chỉ những trường trong danh mục được dùng, để không lộ thông tin ngoài ý muốn.
missing-key = thiếu trường bắt buộc "{ $key }" ({ $label })
    .hint =
        { $front ->
            [true] thêm vào phần đầu tệp, giữa hai dòng +++: { $example }
           *[other] thêm vào đây: { $example }
         }
    .explain = Trường này bắt buộc để người đọc có đủ thông tin.
wrong-type = "{ $key }" phải là { $type }
    .hint = viết { $example }
    .explain = Mỗi trường chỉ nhận một kiểu giá trị. Ngày viết năm-tháng-ngày, không có ngoặc kép.
empty-value =
    { $required ->
        [true] "{ $key }" ({ $label }) đang để trống
       *[other] "{ $key }" đang để trống
     }
    .hint =
        { $required ->
            [true] viết { $example }
           *[other] viết { $example }, hoặc xóa trường này
         }
    .explain = Trường để trống không nói gì. Trường bắt buộc phải có giá trị; trường khác thì xóa đi khi chưa có gì để ghi.
unknown-value = "{ $value }" không có trong danh sách: { $list }
    .hint =
        { $near ->
            [none] chọn một giá trị trong danh sách
           *[other] viết "{ $near }"
         }
    .explain = Trường này chỉ nhận giá trị có sẵn. Danh sách nằm trong tệp hoặc dòng được nêu.
misplaced-key =
    { $table ->
        [none] "{ $key }" không ghi trong tệp này
       *[other] "{ $key }" đứng dưới bảng "{ $table }" nên bị tính là của bảng đó
     }
    .hint =
        { $table ->
            [none] chuyển dòng này sang { $file }
           *[other] chuyển cả bảng "{ $table }" (từ dòng có ngoặc vuông) xuống cuối phần đầu tệp, ngay trên dòng +++ thứ hai
         }
    .explain = Số, ngày và mã chỉ ghi một lần trong tệp gốc, để các bản dịch không thể ghi khác.
file-name = tên tệp "{ $name }" sai mẫu
    .hint =
        { $near ->
            [none] đổi tên theo mẫu: { $form }
           *[other] đổi tên thành { $near }
         }
    .explain = Tên tệp cho biết mục, bài và ngôn ngữ.
kind-in-section = mục { $section } không nhận loại { $kind }
    .hint = chuyển thư mục sang mục khác, hoặc dùng loại: { $kinds }
    .explain = Mỗi mục chỉ nhận những loại bài ghi trong condau.toml.
source-missing = thiếu { $file }, bản gốc của bài này
    .hint = thêm tệp { $file } vào cùng thư mục
    .explain = Bản dịch không đứng một mình: số, ngày và tệp ghi trong bản gốc.
authentic-first = authentic bắt đầu bằng "{ $first }", nhưng dữ liệu của bài nằm trong { $file }
    .hint = đổi thứ tự trong authentic, hoặc chuyển phần dữ liệu sang index.{ $first }.md
    .explain = Bản gốc là ngôn ngữ đứng đầu authentic; loại bài, số, ngày và tệp ghi trong tệp của ngôn ngữ đó.
unused-file = tệp { $file } không được nhắc đến
    .hint = thêm vào attachments, dẫn liên kết đến nó, hoặc xóa đi
    .explain = Tệp không được nhắc đến thì không được công bố.
raw-html = không dùng thẻ HTML { $tag }
    .hint = viết bằng Markdown: **đậm**, *nghiêng*, danh sách, bảng
    .explain = Thẻ HTML có thể giấu chữ và làm hỏng trang, nên không được phép.
empty-text = chưa có nội dung
    .hint = viết nội dung sau dòng +++ thứ hai, hoặc đính kèm tệp
    .explain = Trang không có nội dung thì người đọc không có gì để xem.
title-form = tiêu đề { $why }
    .hint = sửa tiêu đề cho gọn, viết hoa như câu thường, không có dấu chấm cuối
    .explain = Tiêu đề dài hoặc viết toàn chữ hoa khó đọc trên điện thoại.
number-form = số ký hiệu "{ $number }" sai mẫu
    .hint =
        { $right ->
            [none] { $letter ->
                [true] viết <số>/<cơ quan>-<đơn vị soạn>, ví dụ { $example }
               *[other] viết <số>/<loại>-<cơ quan>, ví dụ { $example }
            }
           *[other] { $letter ->
                [true] viết { $right }; công văn không ghi loại văn bản, chỉ ghi <số>/<cơ quan>-<đơn vị soạn>
               *[other] viết { $right }
            }
         }
    .explain = Số và ký hiệu viết theo Nghị định 30/2020/NĐ-CP.
number-type = "{ $abbr }" là { $type1 }, nhưng type ghi { $type2 }
    .hint =
        { $key ->
            [none] sửa số thành { $right }
           *[other] ghi type = "{ $key }", hoặc sửa số thành { $right }
         }
    .explain = Chữ viết tắt trong số cho biết loại văn bản.
number-issuer = "{ $org }" không phải ký hiệu của { $issuer }
    .hint =
        { $right ->
            [none] sửa issuer, hoặc thêm "{ $org }" vào abbreviations của cơ quan này trong content/data/organizations.toml
           *[other] viết { $right }; nếu "{ $org }" đúng là ký hiệu của cơ quan này thì thêm vào abbreviations trong content/data/organizations.toml
         }
    .explain = Phần cuối của số là ký hiệu cơ quan ban hành.
number-year = năm { $a } trong số khác năm ban hành { $b }
    .hint = viết { $right }, hoặc sửa ngày ban hành
    .explain = Năm trong số văn bản quy phạm là năm ban hành.
duplicate-number = số { $number } năm { $year } đã dùng ở { $file }
    .hint = sửa số của một trong hai văn bản
    .explain = Hai văn bản không thể cùng số, cùng năm, cùng cơ quan.
specimen-number =
    { $specimen ->
        [true] văn bản mẫu phải có số bắt đầu bằng M-, đang ghi { $number }
       *[other] số { $number } bắt đầu bằng M- nhưng văn bản không phải bản mẫu
     }
    .hint =
        { $specimen ->
            [true] { $right ->
                [none] viết M- trước số
               *[other] viết { $right }
            }
           *[other] { $right ->
                [none] bỏ M- ở đầu số, hoặc ghi specimen = true nếu đây là bản mẫu
               *[other] viết { $right }, hoặc ghi specimen = true nếu đây là bản mẫu
            }
         }
    .explain = Chữ M- để không ai nhầm bản mẫu với văn bản thật.
date-order = { $a } ({ $d1 }) phải trước { $b } ({ $d2 })
    .hint = sửa lại một trong hai ngày
    .explain = Các ngày phải theo thứ tự: ban hành, có hiệu lực, hết hiệu lực; công bố, cập nhật; mở, đóng; hỏi, trả lời.
date-in-future = { $key } { $date } ở tương lai
    .hint = sửa ngày, hoặc dựng trang với --as-of muộn hơn
    .explain = Việc đã làm thì không thể ở tương lai.
date-precision = chưa rõ ngày, mới có tháng { $month }
    .hint = ghi đủ ngày khi tra được, ví dụ 2025-04-17
    .explain = Thiếu ngày thì chưa đóng dấu được văn bản.
attachment-none = chưa có tệp văn bản để tải
    .hint = thêm attachments = [{"{"} file = "…" {"}"}] và để tệp vào cùng thư mục
    .explain = Người đọc cần tải được bản chính của văn bản.
attachment-missing = không thấy tệp { $file }
    .hint =
        { $what ->
            [outside] chép tệp vào cùng thư mục với bài và chỉ ghi tên tệp, không ghi đường dẫn: { $near }
           *[folder]
                { $near ->
                    [none] để tệp vào cùng thư mục với bài, hoặc sửa tên cho đúng
                   *[other] trong thư mục có tệp { $near }: sửa tên cho khớp, kể cả chữ hoa, chữ thường
                 }
         }
    .explain = Liên kết đến tệp không có là liên kết hỏng.
attachment-changed = tệp { $file } đã bị thay đổi sau khi ghi
    .hint = khôi phục tệp cũ; nếu thay có chủ ý thì xóa dòng sha256
    .explain = Mã kiểm tra đã ghi không còn khớp với tệp.
attachment-format = { $file } không phải { $format }, hoặc chứa macro
    .hint = xuất lại tệp đúng định dạng
    .explain = Tên tệp hứa một định dạng nhưng nội dung là định dạng khác.
attachment-scan = { $file } là ảnh quét, không tìm kiếm được
    .hint = dùng bản có chữ, hoặc ghi scan = true
    .explain = Ảnh quét không đọc được bằng máy đọc màn hình và không tìm kiếm được.
attachment-large = { $file } nặng { $mb } MB
    .hint = nén tệp lại, hoặc đổi max_attachment_mb trong condau.toml
    .explain = Tệp lớn tải rất lâu trên đường truyền chậm.
signer-authority = người ký không phải người đứng đầu, cần TM., KT., TL., TUQ. hoặc Q.
    .hint = ghi authority = "KT" (cấp phó ký thay), "TL", "TUQ", "TM" hoặc "Q"
    .explain = Thể thức ký theo Nghị định 30/2020/NĐ-CP.
signer-title = không ghi học hàm, học vị trước họ tên: "{ $text }"
    .hint = bỏ "{ $text }" trước họ tên
    .explain = Trước họ tên người ký không ghi học hàm, học vị.
recipients-missing = chưa có nơi nhận
    .hint = thêm recipients = ["site"] hoặc các cơ quan nhận
    .explain = Văn bản của cơ quan có mục Nơi nhận.
secrecy-marking = có dấu "{ $text }": không được công bố
    .hint = gỡ văn bản này khỏi trang và báo người phụ trách; nếu chữ này không phải dấu mật thì viết câu khác
    .explain = Văn bản có dấu mật không được đưa lên trang.
date-words = ngày viết chưa đúng thể thức
    .hint = viết "{ $right }", hoặc chạy condau check --fix
    .explain = Ngày dưới 10 và tháng 1, 2 thêm số 0 ở trước; tháng khác thì không.
publication-late = công bố sau { $n } ngày làm việc, mục tiêu { $t }
    .hint = lần sau công bố sớm hơn; mục tiêu ghi ở [targets] trong condau.toml
    .explain = Đây là mục tiêu nội bộ, không phải quy định của pháp luật.
review-due = đã quá hạn rà soát { $date }
    .hint = rà soát nội dung, rồi đổi review_by và updated
    .explain = Nội dung cũ làm người đọc hiểu sai.
broken-reference = không có "{ $ref }"
    .hint =
        { $what ->
            [instrument]
                { $near ->
                    [none] thêm văn bản này vào content/data/instruments.toml, hoặc sửa số cho đúng:
                   *[other] nếu là "{ $near }" thì sửa cho đúng; nếu không, thêm vào content/data/instruments.toml:
                }
                {"[[instrument]]"}
                number = "{ $ref }"
                type = "{ $kind }"
                title = {"{"} vi = "tên văn bản" {"}"}
                issuer = "mã cơ quan trong organizations.toml"
                issued = năm-tháng-ngày
                verified = false
            [link]
                { $near ->
                    [none] sửa địa chỉ, dạng @/mục/tên-thư-mục, hoặc tạo bài này trước
                   *[other] viết "{ $near }", hoặc tạo bài này trước
                }
           *[other]
                { $near ->
                    [none] sửa tên, hoặc tạo bài này trước
                   *[other] viết "{ $near }", hoặc tạo bài này trước
                }
         }
    .explain = Tên bài viết là mục/tên-thư-mục, ví dụ documents/ke-hoach-2026.
broken-anchor = { $page } không có đoạn "#{ $anchor }"
    .hint = sửa phần sau dấu #, hoặc thêm {"{"}#{ $anchor }{"}"} vào tiêu đề cần dẫn đến
    .explain = Phần sau dấu # là tên của một tiêu đề trong bài kia.
relation-cycle = quan hệ thay thế đi vòng: { $path }
    .hint = bỏ một trong các quan hệ replaces, amends, repeals
    .explain = Văn bản không thể vừa thay thế vừa bị thay thế bởi cùng một văn bản.
relation-order = { $a } ({ $d1 }) không thể thay thế, sửa đổi hoặc bãi bỏ { $b } ({ $d2 })
    .hint = sửa quan hệ hoặc ngày ban hành
    .explain = Văn bản sau mới thay thế được văn bản trước.
status-differs = trạng thái ghi "{ $a }", tính ra "{ $b }" vì { $why }
    .hint = bỏ dòng status, hoặc sửa ngày và quan hệ
    .explain = Trạng thái được tính từ ngày và quan hệ giữa các văn bản.
basis-ended = căn cứ { $number } hết hiệu lực từ { $date }
    .hint =
        { $new ->
            [none] bỏ căn cứ này hoặc thay bằng văn bản đang có hiệu lực
           *[other] thay bằng { $new }, sau khi rà soát nội dung
         }
    .explain = Bài dựa vào văn bản đã hết hiệu lực có thể hướng dẫn sai.
instrument-unlisted = { $number } chưa có trong instruments.toml
    .hint =
        thêm vào content/data/instruments.toml, để người đọc biết tên và hiệu lực:
        {"[[instrument]]"}
        number = "{ $number }"
        type = "{ $kind }"
        title = {"{"} vi = "tên văn bản" {"}"}
        issuer = "mã cơ quan trong organizations.toml"
        issued = năm-tháng-ngày
        verified = false
    .explain = Văn bản có trong danh mục được theo dõi hiệu lực.
address-clash = { $a } và { $b } cùng địa chỉ { $url }
    .hint = đổi tên một trong hai, hoặc bỏ alias trùng
    .explain = Mỗi địa chỉ chỉ dẫn đến một trang.
address-lost = địa chỉ đã công bố { $url } bị mất
    .hint = thêm tên cũ vào aliases của bài đã đổi tên
    .explain = Mã QR và liên kết đã in trên giấy vẫn dẫn đến địa chỉ cũ.
mou-parties = thỏa thuận cần ít nhất hai bên, có bên nước ngoài, không bên nào ghi hai lần
    .hint = sửa parties; bên nước ngoài có role = "foreign" trong organizations.toml
    .explain = Thỏa thuận quốc tế có ít nhất một bên nước ngoài.
mou-not-cleared = chưa được phép công bố toàn văn (cleared = false)
    .hint = xóa nội dung và tệp đính kèm, hoặc ghi cleared = true khi hai bên đã đồng ý
    .explain = Chỉ công bố toàn văn khi các bên đồng ý.
authentic-missing = thiếu bản { $lang } có giá trị như nhau
    .hint = thêm nội dung bản này, hoặc sửa authentic
    .explain = Mỗi ngôn ngữ ghi trong authentic phải có toàn văn.
authentic-texts-diverge = hai văn bản có giá trị như nhau không còn khớp ở { $anchor }
    .hint = đối chiếu cả hai với bản đã ký; mỗi tiêu đề, đoạn, mục danh sách, dòng bảng của bản này phải có ở bản kia, theo cùng thứ tự
    .explain = Các bản cùng giá trị đã ký cùng nhau thì không thể thay đổi riêng. Đây chỉ so cấu trúc, không so lời văn.
prevails-not-authentic = bản được ưu tiên phải thuộc authentic, và authentic phải có ít nhất hai ngôn ngữ
    .hint = sửa prevails hoặc authentic
    .explain = Chỉ một trong các bản cùng giá trị mới được ưu tiên.
mou-report-overdue = ký đã { $n } ngày, chưa ghi ngày gửi báo cáo
    .hint = ghi reported = ngày đã gửi báo cáo
    .explain = Thỏa thuận của địa phương được báo cáo sau khi ký, đối chiếu theo Luật 70/2020/QH14.
mou-expiring = hết hạn { $date }
    .hint = trao đổi gia hạn với đối tác, hoặc chuẩn bị thông báo kết thúc
    .explain = Còn không quá 90 ngày.
fee-missing = ghi rõ phí, kể cả 0 đồng
    .hint = viết fees = [{"{"} amount = 0 {"}"}] nếu không thu phí
    .explain = Người nộp cần biết chắc là có phí hay không.
alert-template = mẫu { $template } thiếu hoặc thừa tham số { $name }
    .hint = xem mẫu và tham số trong i18n/vi/alerts.ftl
    .explain = Mẫu câu cần đủ tham số để thành câu trong cả ba thứ tiếng.
translation-title = chưa có tiêu đề và tóm tắt { $lang }
    .hint = thêm tệp { $file }, chỉ cần title và summary
    .explain = Có tiêu đề và tóm tắt thì người đọc biết bài nói gì dù chưa dịch.
translation-missing = { $n } đoạn của bản gốc chưa được dịch
    .hint = dịch các đoạn còn thiếu, mỗi đoạn ở đúng chỗ của nó; trong khi chờ, trang hiển thị nguyên văn và ghi rõ là chưa dịch
    .explain = Người đọc bản dịch cần biết bản dịch thiếu những gì, và đọc được phần thiếu bằng tiếng của bản gốc.
lock-invalid = tệp { $what }
    .hint = khôi phục tệp từ bản đã lưu trước, hoặc xóa tệp rồi chạy condau translation accept; không sửa tay
    .explain = Tệp này ghi mỗi đoạn bản dịch dịch theo câu chữ nào của bản gốc. Tệp hỏng thì không biết đoạn nào đã cũ, nên không dựng trang cho đến khi tệp đúng.
lock-conflict = còn dấu xung đột của git: giữ các dòng của cả hai phía, bỏ dòng dấu, rồi chạy lại condau translation accept
lock-syntax = sai cú pháp TOML
lock-key = có khóa không được dùng
lock-version = ghi phiên bản mà condau chưa biết
lock-source = ghi ngôn ngữ gốc khác với văn bản
lock-hash = có đoạn không khớp với mã băm của nó
lock-entry = có dòng không đúng mẫu
lock-wording = thiếu câu chữ của bản gốc ở mục [texts]
translation-edited = bản dịch đã sửa, chưa duyệt
    .hint = đọc lại đoạn này, rồi chạy condau translation accept
    .explain = Đoạn này chưa được duyệt, hoặc đã khác với lúc được duyệt. Trang vẫn hiển thị và tính là bản thảo.
translation-identical = đoạn này chép nguyên bản gốc
    .hint = dịch đoạn này; nếu cố ý giữ nguyên thì chạy condau translation accept --identical
    .explain = Một đoạn giống hệt bản gốc thường là chưa dịch, nên không tính là đã dịch.
translation-stale = bản gốc đã đổi ở dòng { $line }
    .hint = sửa bản dịch theo bản gốc mới, rồi chạy condau translation accept; xem chỗ đã đổi bằng condau translation next
    .explain = Bản gốc của đoạn này đã đổi lời so với lúc đoạn dịch được duyệt. Sửa bản dịch chưa đủ: phải duyệt lại thì mới hết cảnh báo.
translation-orphan = bản gốc không có đoạn này
    .hint = bỏ đoạn này nếu bản gốc đã bỏ, hoặc đặt lại đúng mục của nó
    .explain = Trang vẫn giữ đoạn này và ghi rõ là bản gốc không còn.
translation-unaligned = bản dịch lệch đoạn so với { $file }:{ $line }
    .hint = chia bản dịch như bản gốc: mỗi đoạn, mục danh sách, dòng bảng một lần, theo cùng thứ tự; đặt cùng một mã {"{"}#ma{"}"} ở tiêu đề của hai bản để tách các mục
    .explain = Không đoán đoạn nào dịch đoạn nào: trong mục bị lệch, trang hiển thị cả bản dịch lẫn nguyên văn.
message-syntax = tệp câu chữ sai cú pháp: { $what }
    .hint = mỗi câu viết dạng: ten-cau = chữ; tham số viết {"{"} … {"}"}
    .explain = Tệp .ftl chứa chữ trên trang.
template-error = lỗi trong mẫu trang: { $what }
    .hint = sửa dòng được nêu của mẫu; mẫu gốc nằm trong themes/plain/templates
    .explain = Mẫu trang của giao diện riêng phải dùng đúng tên các giá trị.
image-alt = ảnh { $file } chưa có mô tả
    .hint = viết ![ảnh cho thấy gì]({ $file })
    .explain = Người dùng máy đọc màn hình cần biết ảnh cho thấy gì.
contrast = { $a } trên { $b } chỉ đạt { $ratio }:1
    .hint = chọn màu đậm hơn hoặc nền nhạt hơn, đạt ít nhất 4.5:1
    .explain = Người mắt kém không đọc được chữ có độ tương phản thấp hơn 4.5:1. Quy tắc tính mọi cặp màu của giao diện sáng, tối và bản in.
link-address = địa chỉ liên kết "{ $address }" có dấu cách, nên trang hiện nguyên dấu ngoặc và địa chỉ
    .hint =
        { $what ->
            [url] viết ({ $right })
            [item] viết ({ $right })
           *[file]
                { $right ->
                    [none] đổi tên tệp thành tên không dấu, không dấu cách, ví dụ mau-don.pdf, rồi viết [chữ](mau-don.pdf)
                   *[other] đổi tên tệp thành { $right }, rồi viết [chữ]({ $right })
                }
         }
    .explain = Markdown không nhận địa chỉ có dấu cách: người đọc thấy [chữ](tên tệp.pdf) mà không bấm vào được.
table-shape =
    { $what ->
        [cells] hàng của bảng có { $cells } ô mà bảng chỉ có { $columns } cột, nên trang mất chữ ở ô thừa
       *[line] đoạn này giống bảng nhưng thiếu dòng gạch dưới hàng tiêu đề, nên trang hiện nguyên dấu |
     }
    .hint =
        { $what ->
            [cells] bỏ ô thừa, hoặc thêm cột vào hàng tiêu đề và dòng gạch; dấu | trong chữ viết là \|
           *[line] ngay dưới hàng tiêu đề thêm dòng: { $right }
         }
    .explain = Markdown bỏ các ô vượt quá số cột mà không báo, và chỉ nhận là bảng khi dưới hàng tiêu đề có dòng gạch.
heading-order = tiêu đề cấp { $a } nằm ngay dưới cấp { $b }
    .hint = dùng lần lượt ##, ###, ####; cấp 1 (#) là tiêu đề của trang
    .explain = Thứ bậc tiêu đề là mục lục cho máy đọc màn hình.
third-party-resource = không nhúng tệp từ { $host }
    .hint = tải tệp về và để vào thư mục của bài
    .explain = Tệp nhúng từ nơi khác cho nơi đó biết ai đang đọc trang.
csp-allow = trang được phép nạp nội dung từ { $host }
    .hint = bỏ khỏi [csp] allow, hoặc tự đặt công cụ đo trên máy chủ của cơ quan
    .explain = Máy chủ đó biết ai đang đọc trang nào. Chỉ cho phép khi cơ quan đã đánh giá tác động đối với dữ liệu cá nhân.
required-information = chưa có trang cho "{ $name }" ({ $lang })
    .hint = thêm vào một trang: fulfils = ["…"], hoặc bỏ mục này khỏi [required]
    .explain = Danh mục thông tin bắt buộc do cơ quan ghi trong condau.toml.
section-old = mục { $section } đã { $n } ngày không cập nhật
    .hint = cập nhật nội dung, hoặc đổi max_age_days
    .explain = Mục lâu không cập nhật làm người đọc mất tin.
footer-incomplete = chân trang thiếu: { $what }
    .hint = điền các trường này trong [office] của condau.toml
    .explain = Chân trang cho biết ai chịu trách nhiệm và liên hệ ở đâu.
unit-contact = đơn vị "{ $unit }" chưa có liên hệ
    .hint = thêm email hoặc phones cho đơn vị trong units.toml
    .explain = Đơn vị phụ trách bài phải liên hệ được.
holiday-year = holidays.toml chưa có năm { $year }
    .hint = thêm các ngày nghỉ của năm { $year }
    .explain = Thiếu ngày nghỉ thì số ngày làm việc tính sai.
ddci-change = mức tăng giảm { $a } của { $name } khác { $b } tính được
    .hint = so lại với bản gốc
    .explain = Số in trong nguồn phải bằng hiệu của hai điểm.
data-unverified = số liệu { $name } chưa đối chiếu bản gốc
    .hint = đối chiếu rồi ghi verified = true
    .explain = Trang sẽ nói rõ số liệu chưa được đối chiếu.
glossary-clash = "{ $term }" có hai mục từ
    .hint = gộp hai mục, hoặc bỏ một dạng
    .explain = Một từ chỉ có một nghĩa trong bảng thuật ngữ.
unused-exception = ngoại lệ không còn dùng: { $rule }
    .hint = xóa mục [[check.except]] này
    .explain = Ngoại lệ cũ có thể che lỗi mới.
page-weight = { $page } nặng { $kb } KB, giới hạn { $max }
    .hint = chia bài thành nhiều bài, hoặc chuyển bảng dài thành tệp đính kèm
    .explain = Trang nặng mở chậm trên điện thoại.
code-form = mã "{ $code }" { $why }
    .hint = chép lại mã đã cấp; nếu chưa có mã thì xóa dòng id rồi chạy condau check --fix
    .explain = Ký tự cuối của mã kiểm tra các ký tự trước, để gõ sai là biết ngay.
code-duplicate = mã { $code } đã dùng ở { $file }
    .hint = xóa dòng id của bài mới rồi chạy condau check --fix để cấp mã khác
    .explain = Mỗi mã chỉ dẫn đến một văn bản.
code-missing = chưa có mã tra cứu
    .hint = chạy condau check --fix để cấp mã
    .explain = Văn bản, thỏa thuận và thủ tục của cơ quan có mã QR để đối chiếu.
qr-size = mã QR phiên bản { $version }, mỗi ô { $size } mm, khó quét
    .hint = dùng địa chỉ trang ngắn hơn, hoặc tăng qr_mm trong [verify]
    .explain = Địa chỉ dài làm mã nhiều ô nhỏ, điện thoại cũ không quét được.
specimen-in-production = trang mẫu không được phát hành chính thức
    .hint = bỏ specimen = true khi nội dung đã là thật
    .explain = Bản mẫu không có giá trị pháp lý.
base-url = base_url { $url } không dùng được
    .hint =
        { $right ->
            [none] ghi địa chỉ đầy đủ dạng https://tên-miền/, chữ thường, là tên miền thật của cơ quan
           *[other] ghi { $right }
         }
    .explain = Địa chỉ này được in trong mọi mã QR.
placeholder = còn chỗ chưa điền: "{ $text }"
    .hint = thay bằng nội dung thật
    .explain = Chữ tạm không được phát hành chính thức.
draft-in-production = không phát hành bản nháp
    .hint = bỏ --drafts
    .explain = Bản nháp chỉ để xem trước.
source-n30 = Nghị định 30/2020/NĐ-CP (cần xác nhận)
source-n42 = Nghị định 42/2022/NĐ-CP (cần xác nhận)
source-n63 = Nghị định 63/2010/NĐ-CP (cần xác nhận)
source-t22 = Thông tư 22/2023/TT-BTTTT (cần xác nhận)
source-t26 = WCAG 2.2 AA; Thông tư 26/2020/TT-BTTTT (cần xác nhận)
source-l104 = Luật 104/2016/QH13 (cần xác nhận)
source-l70 = Luật 70/2020/QH14 (cần xác nhận)
source-l91 = Luật 91/2025/QH15 (cần xác nhận)
source-w = WCAG 2.2 AA
register-fault =
    { $what ->
        [missing] condau.toml ghi fingerprint nhưng thư mục register/ không có sổ
        [unpinned] có sổ trong register/ nhưng condau.toml chưa ghi [verify] fingerprint
        [fingerprint] fingerprint "{ $text }" không phải 64 chữ số thập lục phân
        [policy] register/policy.txt sai ở dòng { $text }
        [host] địa chỉ in trong mã khác địa chỉ ghi trong sổ: { $text }
        [origin] tên sổ khác với tên ghi trong sổ: { $text }
       *[rule] sổ con dấu sai quy tắc { $rule }: { $text }
     }
    .hint =
        { $what ->
            [missing] lấy lại thư mục register/ từ bản lưu; hoặc bỏ fingerprint nếu cơ quan chưa lập sổ
            [unpinned] ghi fingerprint in trên giấy giao nhận khóa vào [verify] fingerprint
            [fingerprint] chép lại fingerprint in trên giấy giao nhận khóa
            [policy] sửa dòng đó theo mẫu của C2SP tlog-policy, hoặc lấy lại tệp từ bản lưu
            [host] nếu đổi địa chỉ thì ghi vào sổ trước: condau move --host ĐỊA-CHỈ; nếu không, sửa [verify] host hoặc [site] base_url
            [origin] sửa [verify] origin đúng như trong sổ
           *[rule] không sửa tay các tệp trong register/; lấy lại từ bản lưu: git checkout HEAD -- register
         }
    .explain = Sổ con dấu chỉ có ích khi còn nguyên vẹn: ai cũng có thể kiểm tra lại. Sổ sai một quy tắc thì không trang nào được công bố.
sealed-changed =
    { $what ->
        [missing] văn bản đã đóng dấu bị mất tệp: { $name }
       *[changed] văn bản đã đóng dấu bị thay đổi: { $name }
     }
    .hint = lấy lại từ bản lưu: git checkout HEAD -- register/sealed; muốn sửa văn bản thì sửa trong content/ rồi chạy condau seal
    .explain = Trang công bố lời văn đã đóng dấu, đúng từng chữ. Tệp trong register/sealed/ không bao giờ được sửa.
sealed-edited = văn bản đã sửa sau bản { $version } đã đóng dấu ({ $keys })
    .hint = trang vẫn hiện bản đã đóng dấu; chạy condau seal để đóng dấu bản mới
    .explain = Bản đã đóng dấu được công bố, không phải bản đang sửa. Đóng dấu lại thì bản mới mới được công bố.
seal-fault = bài đã đóng dấu có chi tiết không được phép: { $what }
    .hint = bỏ chi tiết đó khỏi mẫu giao diện hoặc lời văn; trong bài đóng dấu chỉ có lời văn
    .explain = Người đọc phải thấy đúng những chữ đã đóng dấu: không ẩn, không thêm.
unsealed = chưa đóng dấu
    .hint = chạy condau seal khi văn bản đã ký và phát hành
    .explain = Mã trên văn bản chưa chứng minh được gì cho đến khi văn bản được đóng dấu vào sổ.
unlisted-leak = có mã của kết quả không công khai: { $code }
    .hint = bỏ mã đó ra khỏi tệp này; mã chỉ được ở trong thư mục kết quả không công khai
    .explain = Ai biết mã thì mở được trang của kết quả. Mã của kết quả cho cá nhân không được công bố ở đâu cả.
unlisted-fault =
    { $what ->
        [inside] thư mục kết quả không công khai nằm trong thư mục của trang, nơi các tệp được công bố
        [register] có kết quả không công khai nhưng không có sổ con dấu
        [code] tên thư mục này không phải mã 20 ký tự
        [missing] thiếu tệp .note đứng trước tệp này
        [salt] thiếu tệp .salt, hoặc tệp đó không phải 64 chữ số thập lục phân
        [commit] sổ con dấu không ghi cam kết cho tệp này
        [pending] cam kết cho tệp này còn chờ mốc mới của sổ
       *[rule] tệp này sai quy tắc { $rule }: { $text }
     }
    .hint =
        { $what ->
            [inside] chuyển thư mục ra bên cạnh trang rồi ghi [verify] unlisted = "../…"
            [register] lấy lại thư mục register/ từ bản lưu, hoặc mở sổ: condau key init
            [code] lấy lại tên thư mục theo bản lưu
            [pending] người giữ khóa sổ chạy condau sequence
            [commit] nếu lần chạy trước bị ngắt thì chạy condau seal; nếu không, lấy lại thư mục này hoặc register/ từ bản lưu
           *[rule] không sửa tay các tệp trong thư mục này; lấy lại từ bản lưu
         }
    .explain = Kết quả cấp cho cá nhân nằm trong thư mục không công bố; sổ con dấu chỉ ghi cam kết cho từng tệp. Tệp không có cam kết hoặc sai quy tắc thì nói gì cũng được, nên không trang nào được công bố.
specimen-register =
    { $site ->
        [true] trang là bản mẫu nhưng sổ con dấu không ghi là bản mẫu
       *[false] sổ con dấu là bản mẫu nhưng trang không ghi specimen = true
     }
    .hint = dùng sổ của trang mẫu cho trang mẫu, sổ thật cho trang thật
    .explain = Dấu của bản mẫu không có giá trị; không được lẫn với sổ của một cơ quan thật.
host-not-gov = địa chỉ { $host } không có đuôi .gov.vn
    .hint = dùng tên miền .gov.vn của cơ quan cho mã xác thực
    .explain = Người quét mã nhận ra trang thật nhờ đuôi .gov.vn.
personal-id = có số định danh cá nhân
    .hint = bỏ số đó; văn bản công khai không ghi số căn cước hay số điện thoại của cá nhân
    .explain = Trang công khai không được chứa dữ liệu cá nhân. Đã đóng dấu thì tên văn bản và tên tệp không xóa được nữa.
passport-number = có số hộ chiếu "{ $text }"
    .hint = bỏ số đó, hoặc che bớt: B12•••67
    .explain = Số hộ chiếu là dữ liệu cá nhân, không được công bố.
personal-phone = số di động { $text } không có trong units.toml
    .hint = dùng số của đơn vị trong content/data/units.toml, hoặc bỏ số này
    .explain = Số điện thoại của cá nhân là dữ liệu cá nhân. Số của đơn vị thì khai trong units.toml.
personal-email = thư điện tử { $text } không thuộc cơ quan
    .hint = dùng địa chỉ của đơn vị trong content/data/units.toml, hoặc bỏ địa chỉ này
    .explain = Địa chỉ thư riêng là dữ liệu cá nhân và không bảo đảm là của cơ quan.
bank-account = có số tài khoản
    .hint = bỏ số tài khoản; việc nộp tiền chỉ dẫn đến cổng thanh toán chính thức
    .explain = Kẻ gian hay thay số tài khoản trên trang giả. Người đọc chỉ nên trả tiền qua cổng chính thức.
form-notice = biểu mẫu cần trang bảo vệ dữ liệu và https
    .hint = trong [forms] ghi endpoint bắt đầu bằng https://, privacy_page và retention_months
    .explain = Biểu mẫu thu dữ liệu cá nhân, nên phải nói rõ dữ liệu được giữ thế nào và bao lâu.
