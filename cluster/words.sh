# Finds a command in the list of all (commands, each a synopsis and, after |, what it does), and reads its words by the
# synopsis, like `import FILE --space KEY [--name TITLE]`: words in small letters are
# the command's name, those in capitals stand for what is given, and brackets hold what may be left out. What a synopsis
# doesn't name is refused, before anything is done.
# shellcheck shell=bash

# read_command ARGUMENT...: sets command to its name, and what read_words sets.
read_command() {
  local row synopsis others=''
  called_as='./commonplace '
  for row in "${commands[@]}"; do
    synopsis=${row%%$'\n'*}
    command=$(name_in "$synopsis")
    if [[ "$* " == "$command "* ]]; then
      read_words "$synopsis" "$@"
      return
    fi
    [ "${command%% *}" != "$1" ] || others+=" ${command#* },"
  done
  [ -z "$others" ] || die "$1 what?${others%,}; see ./commonplace help"
  die "unknown command $1; see ./commonplace help"
}

# The words of a synopsis that are typed as they are.
name_in() { echo "${1%% [^a-z]*}"; }

list_commands() {
  local row synopsis
  for row in "${commands[@]}"; do
    synopsis=${row%%$'\n'*}
    # What all take is said once.
    fold -s -w 100 <<<"./commonplace ${synopsis% \[--data DIR\]}" | sed '1s/^/  /; 1!s/^/      /; s/ *$//'
    fold -s -w 90 <<<"${row#*| }" | sed 's/^/          /; s/ *$//'
  done
}

# read_words SYNOPSIS ARGUMENT...: sets words to what stands for the capitals, in their order; and given[--OPTION], for
# each option of the synopsis, to its value, to 1 where it has none, or to nothing.
read_words() {
  local synopsis=$1 name='' required='' needed=0 option='' token
  local -A value_of=()
  local names=()
  declare -gA given=()
  words=()
  shift
  for token in $synopsis; do
    if [ -n "$option" ] && [[ $token == [A-Z]* ]]; then
      value_of[$option]=${token%]} option=''
      continue
    fi
    option=''
    case $token in
      '['--*']') token=${token:1:-1} value_of[$token]='' given[$token]='' ;;
      '['--*) option=${token:1} given[$option]='' ;;
      --*) option=$token given[$option]='' required+=" $option" ;;
      '['*) names+=("${token:1:-1}") ;;
      [A-Z]*) names+=("$token") needed=$((needed + 1)) ;;
      *) name+="$token " && shift ;;
    esac
  done
  name=${name% }
  while [ $# -gt 0 ]; do
    if [[ $1 != -?* ]]; then
      [ ${#words[@]} -lt ${#names[@]} ] || refuse "$name does not take '$1'"
      words+=("$1")
    elif [ -z "${given[$1]+known}" ]; then
      refuse "$name has no option $1"
    elif [ -z "${value_of[$1]}" ]; then
      given[$1]=1
    else
      [ -n "${2:-}" ] && [[ $2 != --* ]] || refuse "$1 needs a value"
      given[$1]=$2
      shift
    fi
    shift
  done
  [ ${#words[@]} -ge "$needed" ] || refuse "$name needs ${names[${#words[@]}]}"
  for option in $required; do
    [ -n "${given[$option]}" ] || refuse "$name needs $option ${value_of[$option]}"
  done
}

# Of read_words: it sees its synopsis.
refuse() { die "$1; usage: ${called_as:-}$synopsis"; }
