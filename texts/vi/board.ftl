# What a cadre has to know of each chapter of a month

board-line = <b>{ $chapter }</b>: { $notes }
board-note-difficulties = { $count } khó khăn chưa tháo gỡ
board-note-presence = đồng chí { $word }
board-note-grade = đánh giá: { $grade }
board-button-nudge = Nhắc báo cáo
