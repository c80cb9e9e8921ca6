# Parses the command line by the synopses in `commands` (commands.sh), like `import FILE --space KEY [--name TITLE]`:
# lower-case words are the command's name, upper-case words stand for arguments, brackets enclose what is optional. What
# a synopsis does not name is refused before anything is done.
# Provides: parse_command parse_arguments list_commands
# Sets: command arguments options
# shellcheck shell=bash

# parse_command ARGUMENT...: sets command to the command's name, and what parse_arguments sets.
parse_command() {
  local row synopsis others=''
  usage_prefix='./commonplace '
  for row in "${commands[@]}"; do
    synopsis=${row%%$'\n'*}
    command=$(synopsis_name "$synopsis")
    if [[ "$* " == "$command "* ]]; then
      parse_arguments "$synopsis" "$@"
      return
    fi
    [ "${command%% *}" != "$1" ] || others+=" ${command#* },"
  done
  [ -z "$others" ] || die "$1 what?${others%,}; see ./commonplace help"
  die "unknown command $1; see ./commonplace help"
}

synopsis_name() { echo "${1%% [^a-z]*}"; }

list_commands() {
  local row synopsis
  for row in "${commands[@]}"; do
    synopsis=${row%%$'\n'*}
    # The help explains --data once, at its end.
    fold -s -w 100 <<<"./commonplace ${synopsis% \[--data DIR\]}" | sed '1s/^/  /; 1!s/^/      /; s/ *$//'
    fold -s -w 90 <<<"${row#*| }" | sed 's/^/          /; s/ *$//'
  done
}

# parse_arguments SYNOPSIS ARGUMENT...: sets arguments, in their order; and for each option of the synopsis
# options[--NAME] to its value, to 1 if it takes no value, or to nothing if it was not given.
parse_arguments() {
  local synopsis=$1 name='' required='' needed=0 option='' token
  local -A value_of=()
  local names=() tokens
  declare -gA options=()
  arguments=()
  shift
  # Not by word splitting: [--all] would be a pattern for files in the current directory.
  read -ra tokens <<<"$synopsis"
  for token in "${tokens[@]}"; do
    if [ -n "$option" ] && [[ $token == [A-Z]* ]]; then
      value_of[$option]=${token%]} option=''
      continue
    fi
    option=''
    case $token in
      '['--*']') token=${token:1:-1} value_of[$token]='' options[$token]='' ;;
      '['--*) option=${token:1} options[$option]='' ;;
      --*) option=$token options[$option]='' required+=" $option" ;;
      '['*) names+=("${token:1:-1}") ;;
      [A-Z]*) names+=("$token") needed=$((needed + 1)) ;;
      *) name+="$token " && shift ;;
    esac
  done
  name=${name% }
  while [ $# -gt 0 ]; do
    if [[ $1 != -?* ]]; then
      [ ${#arguments[@]} -lt ${#names[@]} ] || refuse_arguments "$name does not take '$1'"
      arguments+=("$1")
    elif [ -z "${options[$1]+known}" ]; then
      refuse_arguments "$name has no option $1"
    elif [ -z "${value_of[$1]}" ]; then
      options[$1]=1
    else
      [ -n "${2:-}" ] && [[ $2 != --* ]] || refuse_arguments "$1 needs a value"
      options[$1]=$2
      shift
    fi
    shift
  done
  [ ${#arguments[@]} -ge "$needed" ] || refuse_arguments "$name needs ${names[${#arguments[@]}]}"
  for option in $required; do
    [ -n "${options[$option]}" ] || refuse_arguments "$name needs $option ${value_of[$option]}"
  done
}

# Called by parse_arguments only: it reads that function's synopsis.
refuse_arguments() { die "$1; usage: ${usage_prefix:-}$synopsis"; }
