# Exemplars: the register, trying them elsewhere, the model of the month

command-exemplar-words = models|exemplars|good models
command-exemplar-description = Models and good ways of working
help-exemplar = Type <b>models</b>: models and good ways of working.
menu-exemplar = Models, good practice

exemplar-list = <b>Models and good practice: { $count }</b>
    Field: { $field }. State: { $state }. Place: { $place }.
    To search, type a part of a name, with or without marks.
exemplar-query = Search: “{ $query }”
exemplar-none = There is no model here yet.
exemplar-search = Type a part of the name of a model, a chapter or a place.
exemplar-button-line = { $name } – { $place } ({ $state })
exemplar-by-field = Choose a field:
exemplar-by-state = Choose a state:
exemplar-by-place = Choose a place:
exemplar-by-field-button = By field
exemplar-by-state-button = By state
exemplar-by-place-button = By place
exemplar-counted = { $name }: { $count }
exemplar-place-any = all
exemplar-button-new = Write down a new model
exemplar-button-list = List of models
exemplar-button-offers = Models introduced to us

exemplar-field-any = all
exemplar-field-economy = economy
exemplar-field-society = culture and society
exemplar-field-security = defence and security
exemplar-field-system = building the political system
exemplar-state-any = all
exemplar-state-draft = being completed
exemplar-state-registered = registered
exemplar-state-recognised = recognised
exemplar-state-ended = ended
exemplar-part-name = name
exemplar-part-field = field
exemplar-part-aim = aim
exemplar-part-content = content and way of working
exemplar-part-lead = who is in charge
exemplar-part-result = result

exemplar-card = <b>{ $name }</b>
    { $chapter }. State: { $state }.
exemplar-line = – { $what }: { $words }
exemplar-nothing = nothing yet
exemplar-registered-on = – registered with the Party committee: { $day }
exemplar-recognised-on = – recognised: { $day }, { $by }
exemplar-progress = <b>Progress</b>
    { $lines }
exemplar-spread = { $count ->
    [one] Taken over in one hamlet.
   *[other] Taken over in { $count } hamlets.
}
exemplar-trying = Trying it: { $trying } chapters. Stopped: { $stopped } chapters.
exemplar-button-fill = Complete it
exemplar-button-edit = Change: { $what }
exemplar-button-progress = Note progress
exemplar-button-registered = Registered with the Party committee
exemplar-button-recognised = It was recognised
exemplar-button-ended = End it
exemplar-button-again = Open it again
exemplar-button-today = Today

exemplar-ask-new = What is the model called? Please be brief. Nothing secret, please.
exemplar-ask-name = What is the model called?
exemplar-ask-field = <b>{ $name }</b>
    Which field does it belong to?
exemplar-ask-aim = <b>{ $name }</b>
    What is its aim?
exemplar-ask-content = <b>{ $name }</b>
    What is done, and how?
exemplar-ask-lead = <b>{ $name }</b>
    Who is in charge? Please name the role, as “chapter head”, not the person.
exemplar-ask-result = <b>{ $name }</b>
    What has come of it so far?
exemplar-ask-progress = <b>{ $name }</b>
    How far is it today? Kept with the date; earlier notes stay.
exemplar-ask-day-registered = <b>{ $name }</b>
    On which day was it registered with the Party committee?
exemplar-ask-day-recognised = <b>{ $name }</b>
    On which day was it recognised?
exemplar-ask-body = Which body recognised it? For example “Đảng ủy xã”.
exemplar-now = Now it says: { $words }
exemplar-opened = A new model is open.
exemplar-kept = Kept.
exemplar-left = All right, later. What was written is kept.
exemplar-moved-draft = The model is open again.
exemplar-moved-registered = Noted: the model is registered.
exemplar-moved-recognised = Noted: the model is recognised.
exemplar-moved-ended = Noted: the model has ended. You can open it again at any time.

exemplar-not-there = There is no such model where you are in charge.
exemplar-overtaken = Somebody else has just changed this model, so your words were not kept. This is the newest version.
exemplar-text = Please write more, for example: A revolving fund.
exemplar-progress-full = The progress is longer than { $limit } characters. Please sum it up under “result”.
exemplar-incomplete = The model still lacks its name, field, aim or content. Please complete it before it is registered.
exemplar-body = Please name the body, for example: the commune's party committee.
exemplar-no-such-step = The model cannot be taken to this state.
exemplar-has-ended = The model has ended. Please open it again before changing it.
exemplar-day-ahead = { $day } has not come yet. Please write it again.
exemplar-day-too-early = It cannot have been recognised before it was registered ({ $day }).
exemplar-day-not-read = Please type a day, for example “20/10/2026”.

exemplar-news-draft = { $chapter } has a good way of working: “{ $words }”
exemplar-news-button-draft = Complete the model of { $chapter }
exemplar-news-introduced = The model of this month: “{ $exemplar }” ({ $chapter }). Aim: { $aim }
exemplar-news-button-try = We try it: { $exemplar }
exemplar-news-ask = “{ $exemplar }”, which your chapter tries since { $since }: how is it going?
exemplar-news-button-ask = Say how it went: { $exemplar }
exemplar-news-done = { $chapter } has taken over “{ $exemplar }”.
exemplar-news-stopped = { $chapter } no longer tries “{ $exemplar }”.
exemplar-news-spread = { $count ->
    [one] Your model “{ $exemplar }” was taken over in one hamlet.
   *[other] Your model “{ $exemplar }” was taken over in { $count } hamlets.
}
exemplar-news-button-see = See the model

command-trial-words = trials|try a model|models introduced
command-trial-description = Models introduced to be tried
help-trial = Type <b>trials</b>: models from elsewhere that your chapter tries.
trial-no-chapter = Who reports for a chapter does this.
trial-list = <b>Models that your chapter tries, and models introduced to it</b>
trial-none = No model has been introduced to your chapter yet.
trial-state-trying = trying
trial-state-done = taken over
trial-state-stopped = stopped
trial-button-mine = { $name } ({ $state })
trial-button-offer = See: { $name }
trial-button-try = We try it
trial-button-try-in = Try it in { $chapter }
trial-button-take-back = Take it back
trial-button-go = Still at it
trial-button-stop = We stop
trial-button-done = It works
trial-button-skip = Nothing to add
trial-begun = <b>Noted: { $chapter } tries “{ $name }”.</b> You are asked how it went about { $day }. Thank you.
trial-taken-back = Taken back: your chapter does not try “{ $name }”.
trial-is-trying = { $chapter } tries “{ $name }” since { $day }. How is it going?
trial-is-done = { $chapter } has taken over “{ $name }” (noted { $day }).
trial-is-stopped = { $chapter } no longer tries “{ $name }” (noted { $day }).
trial-result = Result: { $words }
trial-ask-result = <b>{ $name }</b>
    What came of it? Type a sentence or two, or choose “Nothing to add”.
trial-settled-trying = Noted: your chapter is still at “{ $name }”. You are asked again in three months.
trial-settled-done = Noted: your chapter has taken over “{ $name }”. Thank you.
trial-settled-stopped = Noted: your chapter no longer tries “{ $name }”. Thank you for telling us.
trial-own = This is your own chapter's model.
trial-already = Your chapter tries “{ $exemplar }” already.
trial-has-outcome = What came of “{ $exemplar }” has been noted, so nothing was changed.

command-introduce-words = introduce a model|model of the month
command-introduce-description = Introduce the model of the month
help-introduce = Type <b>introduce a model</b>: introduce one model a month where it fits.
menu-introduce = Model of the month
introduce-which = Where do you introduce a model?
introduce-page = <b>Model of { $period }, { $place }</b>
introduce-picked = Introduced already: “{ $name }”. There is one model a month.
introduce-proposal = Proposed: “{ $name }”. Choose a model to look at first.
introduce-none = No model has been recognised here yet.
introduce-past = { $period }: “{ $name }” – trying { $trying }, taken over { $done }, stopped { $stopped }
introduce-button-look = { $name } ({ $chapter })
introduce-look = Introduce <b>“{ $name }”</b> of { $chapter } (field { $field }) at { $place }?
    Aim: { $aim }
    Chapters it fits: { $count }. Their heads find it in their next reminder; there is no message of its own.
introduce-button-yes = Introduce it
introduce-done = <b>“{ $name }” is introduced</b> to { $count } chapters.
pick-already = A model was introduced this month already.

journal-action-exemplar-opened = wrote down a new model
journal-action-exemplar-from_report = good practice from a report
journal-action-exemplar-changed = changed a model
journal-action-exemplar-progress = noted progress of a model
journal-action-exemplar-draft = opened a model again
journal-action-exemplar-registered = registered a model
journal-action-exemplar-recognised = noted that a model was recognised
journal-action-exemplar-ended = ended a model
journal-action-exemplar-tried = tries a model
journal-action-exemplar-untried = took back trying a model
journal-action-exemplar-copy_done = took over a model
journal-action-exemplar-copy_stopped = stopped trying a model
journal-action-exemplar-introduced = introduced the model of the month
journal-field-exemplar = Model
journal-field-chapters = Chapters
journal-field-content = Content
journal-field-aim = Aim
journal-field-lead = In charge
journal-field-result = Result
journal-field-progress = Progress
journal-field-field = Field
journal-field-registered_on = Registered on
journal-field-recognised_on = Recognised on
journal-field-recognised_by = Recognised by
