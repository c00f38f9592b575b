news-greeting = News for { $who }:
news-more = … and { $count } more.
news-cases = <b>Difficulties and proposals</b>
news-reports = <b>Reports</b>
news-visits = <b>Attending meetings</b>
news-enquiries = <b>Messages</b>
news-topics = <b>Topics</b>
news-exemplars = <b>Exemplars</b>
news-figures = <b>Figures</b>
news-reforms = <b>Chapters and places</b>
news-phone = No reminder has reached { $name } ({ $chapter }) by any way. Please { $phone ->
    [none] get in touch
   *[other] phone { $phone }
}.
