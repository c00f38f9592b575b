"""Sets the clock of a process that a test starts; Python imports this module by itself."""

import os
import time

if ahead := float(os.environ.get("PLAYED_AHEAD", "0")):
    import time_machine

    time_machine.travel(time.time() + ahead, tick=True).start()
