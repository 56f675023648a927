# Mẫu cảnh báo cửa khẩu: thân bài, và .title, .summary.
gio-lam-viec = Doanh nghiệp bố trí phương tiện và hồ sơ theo khung giờ này.
    .title = { $gate } thay đổi giờ làm việc: từ { $opens } đến { $closes }
    .summary = Khung giờ này áp dụng hằng ngày, từ { $from } đến { $to }.
tam-dung = Lý do: { $reason }.
    .title = { $gate } tạm dừng thông quan
    .summary = Thời gian tạm dừng: từ { $from } đến { $to }.
