group-bound = From now on the meeting digests of <b>{ $area }</b> are posted here.
