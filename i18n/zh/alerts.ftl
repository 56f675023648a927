# 口岸提示模板：正文，以及 .title、.summary。
gio-lam-viec = 请企业按此时段安排车辆和单证。
    .title = { $gate }开放时间调整：{ $opens }–{ $closes }
    .summary = 自{ $from }至{ $to }，每日按此时段开放。
tam-dung = 原因：{ $reason }。
    .title = { $gate }暂停通关
    .summary = 暂停时间：自{ $from }至{ $to }。
