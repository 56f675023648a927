# 口岸提示模板：正文，以及 .title、.summary。
gio-lam-viec = 自{ $from }至{ $to }，口岸每日开放时间为{ $opens }至{ $closes }。请企业按此时段安排车辆和单证。
    .title = 口岸开放时间调整：{ $opens }–{ $closes }
    .summary = 自{ $from }至{ $to }，口岸每日{ $opens }至{ $closes }开放。
tam-dung = 自{ $from }至{ $to }，口岸暂停通关。原因：{ $reason }。
    .title = 暂停通关
    .summary = 口岸自{ $from }至{ $to }暂停通关。
