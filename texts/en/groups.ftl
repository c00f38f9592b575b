group-bound = From now on the meeting digests of <b>{ $area }</b> are posted here.
group-regained = Digests of <b>{ $area }</b> are sent here again.
channel-lost = The channel “{ $title }” does not take the digests of { $area }: the bot was removed or may not post. Please add it again or give it the right to post; what could not be sent will follow.
channel-regained = The channel “{ $title }” takes the digests of { $area } again.
