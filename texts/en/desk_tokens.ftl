# The desk: tokens for other systems

desk-page-tokens = Tokens
desk-about-tokens = Lets other systems (a province's data store, Excel, Power BI) read figures; a token is shown once and cut off at once.
desk-tokens-given = New token
desk-tokens-once = Put this token into the system now: it is shown once. If it is lost, cut it off and give a new one.
desk-tokens-new = For which system
desk-tokens-of = The token reads the figures of: { $what }.
desk-tokens-days = For how many days
desk-tokens-classes = Beside figures it may read
desk-tokens-give = Give the token
desk-tokens-none = No token was given for this place.
desk-tokens-caption = Tokens given, the newest first
desk-tokens-col-of = Of
desk-tokens-col-giver = Given by
desk-tokens-col-until = Ends
desk-tokens-col-stand = State
desk-tokens-by-command = the operator
desk-tokens-unused = never
desk-tokens-cut-off = Cut off
desk-tokens-state-expired = expired
desk-tokens-state-cut_off = cut off
desk-tokens-state-orphaned = ended, its giver has no post any more
