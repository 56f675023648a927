# Templates of border alerts: the text, and .title, .summary.
gio-lam-viec = From { $from } to { $to } the gate is open from { $opens } to { $closes } every day. Please plan vehicles and papers within these hours.
    .title = Change of opening hours: { $opens } – { $closes }
    .summary = The gate is open from { $opens } to { $closes } every day, from { $from } to { $to }.
tam-dung = From { $from } to { $to } customs clearance at the gate is suspended. Reason: { $reason }.
    .title = Customs clearance suspended
    .summary = Customs clearance at the gate is suspended from { $from } to { $to }.
