#!/bin/sh
# The same six questions with whiptail.
set -eu
ask() { whiptail "$@" 3>&1 1>&2 2>&3; }
danger=$(ask --notags --menu "Is anyone in danger right now?" 12 60 3 0 "No, or not that I know of" 1 "Yes" 2 "I'm not sure")
length=$(ask --notags --menu "How much time is there now?" 12 60 3 0 "Ten minutes" 1 "An hour for the plan" 2 "Everything")
planner=$(ask --inputbox "What is your first name?" 10 60)
name=$(ask --inputbox "What do you call them?" 10 60)
relation=$(ask --notags --menu "Who are they to you?" 12 60 4 0 "My child" 1 "My partner" 2 "A friend" 3 "Somebody else")
used=$(ask --notags --checklist "What do they use, as far as you know?" 14 60 5 \
  0 Heroin off 1 Fentanyl off 2 Pills off 3 Alcohol off 4 "Not sure" off)
echo "$danger $length $planner $name $relation $used" >minimal.json
