# Templates of border alerts: the text, and .title, .summary.
gio-lam-viec = Please plan vehicles and papers within these hours.
    .title = { $gate }: opening hours changed to { $opens } – { $closes }
    .summary = These hours apply every day from { $from } to { $to }.
tam-dung = Reason: { $reason }.
    .title = { $gate }: customs clearance suspended
    .summary = The suspension lasts from { $from } to { $to }.
