reminder-topic = Topic: <b>{ $title }</b>.
reminder-button-topic = Show the topic

command-topic-words = topics|topic|meeting topics
command-topic-description = Topics of meetings
help-topic = <b>/chude</b> – the topics of your next meetings; cadres and staff set and follow them; type “topics”.
menu-topic = Topics of meetings

topic-offered = Topics of your next meetings:
topic-offered-none = No topic has been set for your next meetings yet. When there is one, you hear of it with the reminder.
topic-offered-line = • <b>{ $title }</b> – { $chapter }, { $day }
topic-head = <b>{ $title }</b>
    Period: { $period }. For: { $scope }.
topic-head-by = <b>{ $title }</b>
    Period: { $period }. For: { $scope }. Set by { $issuer }.
topic-part-guidance = <b>Guidance</b>
    { $text }
topic-part-questions = <b>Questions to discuss</b>
    { $text }
topic-part-dialogue = <b>Questions for dialogue</b>
    { $text }
topic-files = Files ({ NUMBER($count, useGrouping: 0) }): { $names }.
topic-file-photo = picture
topic-button-list = All topics
topic-scope-all = all chapters of { $place }
topic-scope-kind = { $kind }, { $place }
topic-scope-chapters = { NUMBER($count, useGrouping: 0) } chapters in { $place }
topic-not-there = There is no such topic within your reach.
topic-withdrawn-since = The topic “{ $title }” has been withdrawn and is no longer needed.
