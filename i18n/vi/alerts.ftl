# Mẫu cảnh báo cửa khẩu: thân bài, và .title, .summary.
gio-lam-viec = Từ { $from } đến { $to }, cửa khẩu làm việc từ { $opens } đến { $closes } hằng ngày. Doanh nghiệp bố trí phương tiện và hồ sơ theo khung giờ này.
    .title = Thay đổi giờ làm việc: từ { $opens } đến { $closes }
    .summary = Cửa khẩu làm việc từ { $opens } đến { $closes } hằng ngày, từ { $from } đến { $to }.
tam-dung = Từ { $from } đến { $to }, cửa khẩu tạm dừng thông quan. Lý do: { $reason }.
    .title = Tạm dừng thông quan
    .summary = Cửa khẩu tạm dừng thông quan từ { $from } đến { $to }.
