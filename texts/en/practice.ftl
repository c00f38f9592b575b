# Practice

command-practice-words = practice|practise|làm thử
command-practice-description = Try everything; nothing counts
menu-practice = Practise
help-practice = Type <b>practice</b>: try everything; nothing counts and nobody receives anything.
practice-mark = <b>PRACTICE – nothing counts, nobody receives this.</b>
practice-button-end = End the practice
practice-end-words = end the practice|end practice|/lamthu|/practice
practice-ended = The practice is over. Nothing of it was kept. From here on everything counts.
practice-over = The practice has become long, so it ends here. Nothing of it was kept, nor was your last message. From here on everything counts.
practice-not-now = You are not practising.
