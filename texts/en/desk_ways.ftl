# The desk: what each way to people sent, delivered and cost

desk-page-ways = Ways to people
desk-about-ways = What went by each way: sent, delivered, failed, its cost, and the text messages left this month.
desk-ways-caption = messages to the people of { $place }, { $period }
desk-ways-col-way = Way
desk-ways-col-sent = Sent
desk-ways-col-delivered = Reported as delivered
desk-ways-col-failed = Failed
desk-ways-col-cost = Cost (đồng)
desk-ways-col-parts = Text messages
desk-ways-col-left = Left this month
desk-ways-unknown = –
desk-ways-none = Nothing was sent in this time.
desk-ways-note = Messages are kept for { $days } days, so older months are not whole; the cost of text messages stays. What failed may have gone another way. Only text messages report that they arrived; “–” is what nobody tells.
desk-ways-paid-title = Text messages by place
desk-ways-paid-caption = { $measure ->
    [0] No text messages go out
   *[other] Each commune may have { $measure } a month
}
desk-way = { $channel ->
    [telegram] Telegram
    [zalo] Zalo
    [web] Page
    [push] Ring
    [email] E-mail
    [sms] Text message
   *[other] { $channel }
}
