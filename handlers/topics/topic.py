"""Topics of meetings: leaders read them and ask, staff and cadres set and follow them."""

from dialogue.inputs import Input
from domain.buttons import read_button
from domain.calendar import period_of
from handlers.topics.changes import ask_change, ask_field, ask_withdrawal, withdraw
from handlers.topics.compose import answer_compose, begin_compose, copy_topic, go_on
from handlers.topics.follow import share, show_desk, show_followed, show_openers, show_own_topics
from handlers.topics.pages import show_offered, show_topic
from operations.access import REPORTING
from operations.topics.buttons import (
    TOPIC_BUTTONS,
    AskWithdrawal,
    CopyTopic,
    CorrectField,
    CorrectTopic,
    FollowTopic,
    GoOnWithTopic,
    NewTopic,
    OfferedTopics,
    OpenTopic,
    OwnTopics,
    ShareTopic,
    TopicButton,
    TopicOpeners,
    TopicsOfMonth,
    WithdrawTopic,
)
from operations.turn import Turn


class TopicHandler:
    """Shows topics to those who report and to those who set them; takes new ones."""

    name = "topic"
    command = "chude|topics"
    words = "command-topic-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what the button or the command says."""
        match read_button(argument, *TOPIC_BUTTONS):
            case OfferedTopics(number):
                await show_offered(turn, number)
            case OpenTopic(topic_id):
                await show_topic(turn, topic_id)
            case TopicsOfMonth() as view:
                await show_desk(turn, view)
            case OwnTopics() as view:
                await show_own_topics(turn, view)
            case ShareTopic(meeting_id):
                await share(turn, meeting_id)
            case NewTopic():
                await begin_compose(turn)
            case TopicButton() as button:
                await _do(turn, button)
            case _ if any(post.role not in REPORTING for post in turn.posts):
                await show_desk(turn, TopicsOfMonth(period=period_of(turn.today, 1)))
            case _:
                await show_offered(turn, 1)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the next answer about a topic that is prepared or corrected."""
        await answer_compose(turn, given)


async def _do(turn: Turn, button: TopicButton) -> None:
    """Does what a button says of a topic that is set, or being set."""
    match button:
        case FollowTopic(topic_id):
            await show_followed(turn, topic_id)
        case TopicOpeners(topic_id, number):
            await show_openers(turn, topic_id, page=number)
        case GoOnWithTopic(topic_id):
            await go_on(turn, topic_id)
        case CopyTopic(topic_id):
            await copy_topic(turn, topic_id)
        case CorrectTopic(topic_id):
            await ask_change(turn, topic_id)
        case CorrectField(topic_id, field):
            await ask_field(turn, topic_id, field)
        case AskWithdrawal(topic_id):
            await ask_withdrawal(turn, topic_id)
        case WithdrawTopic(topic_id, version):
            await withdraw(turn, topic_id, version=version)
