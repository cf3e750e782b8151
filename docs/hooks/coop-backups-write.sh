#!/bin/sh
# Records the result of a backup, and writes the file that Coop Tray reads (coop-backups/1, see docs/backups.md).
#
#   coop-backups-write.sh TARGET set name="Pads" cron="0 2 * * *" zone=America/Toronto wanted=90 tool=borg
#   coop-backups-write.sh TARGET start
#   coop-backups-write.sh TARGET ok [size=BYTES] [held=DAYS]
#   coop-backups-write.sh TARGET failed [error="why"]
#   coop-backups-write.sh TARGET check ok=true|false [error="why"]
#   coop-backups-write.sh TARGET drill ok=true|false [by=NAME] [asserted="what was looked at"] [duration=SECONDS]
#   coop-backups-write.sh TARGET standby [from=2026-11-24T02:10:00Z] [reachable=true|false] [max_age=SECONDS]
#
# COOP_BACKUPS_FILE   the file to publish; default /var/lib/coop-backups/backups.json
# COOP_BACKUPS_STATE  the folder for state between runs; default /var/lib/coop-backups/state
#
# Needs only a POSIX shell and its tools. Every value is in a file of its own, and never evaluated as shell code.
set -eu
LC_ALL=C
export LC_ALL
umask 022

file=${COOP_BACKUPS_FILE:-/var/lib/coop-backups/backups.json}
state=${COOP_BACKUPS_STATE:-/var/lib/coop-backups/state}
days_kept=400
lock_wait_s=30

fail() {
  printf 'coop-backups-write.sh: %s\n' "$1" >&2
  exit 2
}

[ $# -ge 2 ] || fail 'a target and what became of it are needed; see the head of this file'
target=$1
what=$2
shift 2
case $target in
  *[!A-Za-z0-9._-]* | .* | '') fail "a target is named with letters, digits, dots, - and _: not '$target'" ;;
esac
[ ${#target} -le 64 ] || fail 'the name of a target has at most 64 letters'
here=$state/$target

# One job at a time; a lock whose owner was killed is removed.
lock=$state/.lock
take_lock() {
  waited_s=0
  until mkdir "$lock" 2>/dev/null; do
    [ -d "$lock" ] || [ "$waited_s" -lt 3 ] || fail "$lock cannot be made"
    [ "$waited_s" -lt "$lock_wait_s" ] || fail "another job has held $lock for $lock_wait_s seconds"
    owner=$(cat "$lock/owner" 2>/dev/null || true)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then rm -rf "$lock"; fi
    # Without an owner for so long: its job was killed between mkdir and writing the owner.
    if [ -z "$owner" ] && [ "$waited_s" -ge 10 ]; then rm -rf "$lock"; fi
    sleep 1
    waited_s=$((waited_s + 1))
  done
  printf '%s\n' "$$" >"$lock/owner"
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 1' HUP INT TERM
}

now() { date -u +%Y-%m-%dT%H:%M:%SZ; }

# Most functions below return in $value: a subshell for each of a hundred values would take a second.

# Today's date in the schedule's zone.
today() {
  get zone UTC
  value=$(TZ=$value date +%Y-%m-%d)
}

# The value stored as $1, by default $2.
get() {
  value=${2-}
  if [ -s "$here/$1" ]; then IFS= read -r value <"$here/$1" || true; fi
}

keep() {
  printf '%s\n' "$2" >"$here/.$1.new"
  mv "$here/.$1.new" "$here/$1"
}

# Turns $1 into one line of at most 300 bytes without control characters.
line() {
  value=$1
  case $value in *[![:print:]]*) ;; *) [ ${#value} -gt 300 ] || return 0 ;; esac
  value=$(printf '%s' "$value" | tr '\t\r\n' '   ' | tr -d '\000-\037\177' | cut -c1-300)
}

number() {
  case $2 in
    '' | *[!0-9]*) fail "$1 must be a whole number: not '$2'" ;;
  esac
}

truth() {
  case $2 in
    true | false) ;;
    *) fail "$1 must be true or false: not '$2'" ;;
  esac
}

# Validates NAME=VALUE arguments before anything is changed; $1 lists the allowed names.
look_at() {
  allowed=" $1 "
  shift
  for word in "$@"; do
    name=${word%%=*}
    case $word in *=*) ;; *) fail "'$word' is no NAME=VALUE" ;; esac
    case $allowed in *" $name "*) ;; *) fail "$what takes$allowed, not '$name'" ;; esac
    case $name in
      size | held | wanted | grace | duration | max_age) number "$name" "${word#*=}" ;;
      ok | reachable) truth "$name" "${word#*=}" ;;
    esac
  done
}

# Stores each value in a file whose name begins with $1.
take() {
  prefix=$1
  shift
  for word in "$@"; do
    line "${word#*=}"
    keep "$prefix${word%%=*}" "$value"
  done
}

# A run belongs to the day on which it began; of several runs on a day a successful one counts.
note_day() {
  today
  get started "$value"
  day=$value
  touch "$here/days"
  if [ "$1" = false ] && grep -q "^$day true" "$here/days"; then return 0; fi
  {
    grep -v "^$day " "$here/days" || true
    printf '%s %s %s %s\n' "$day" "$1" "$2" "$3"
  } | sort | tail -n "$days_kept" >"$here/.days.new"
  mv "$here/.days.new" "$here/days"
}

# Each part of the JSON sets the comma that precedes the next one.
comma=''
name_of() {
  printf '%s"%s":' "$comma" "$1"
  comma=,
}

# "NAME":"VALUE" of the value stored as $2; nothing if there is none.
text_of() {
  [ -s "$here/$2" ] || return 0
  name_of "$1"
  get "$2"
  case $value in
    *[\\\"]*) value=$(printf '%s' "$value" | sed 's/\\/\\\\/g; s/"/\\"/g') ;;
  esac
  printf '"%s"' "$value"
}

plain_of() {
  [ -s "$here/$2" ] || return 0
  name_of "$1"
  get "$2"
  printf '%s' "$value"
}

open() {
  name_of "$1"
  printf '{'
  comma=''
}

close() {
  printf '}'
  comma=,
}

days_json() {
  sed 's/\\/\\\\/g; s/"/\\"/g' "$here/days" | awk '{
    error = ""
    for (at = 4; at <= NF; at++) error = error (at > 4 ? " " : "") $at
    printf "%s{\"day\":\"%s\",\"ok\":%s", (NR > 1 ? "," : ""), $1, $2
    if ($3 != "-") printf ",\"sizeBytes\":%s", $3
    if (error != "") printf ",\"error\":\"%s\"", error
    printf "}"
  }'
}

# A check or a drill; "never" until one is recorded.
proof_json() {
  if [ ! -s "$here/$1-at" ]; then
    name_of "$1"
    printf '"never"'
    return 0
  fi
  open "$1"
  text_of at "$1-at"
  plain_of ok "$1-ok"
  text_of error "$1-error"
  text_of by "$1-by"
  text_of asserted "$1-asserted"
  plain_of durationS "$1-duration"
  close
}

target_json() {
  printf '{"id":"%s"' "$target"
  comma=,
  text_of name name
  text_of tool tool
  if [ -s "$here/cron" ]; then
    open schedule
    text_of cron cron
    text_of timeZone zone
    plain_of graceS grace
    close
  fi
  if [ -s "$here/attempt" ]; then
    open lastAttempt
    text_of at attempt
    plain_of ok attempt-ok
    text_of error error
    close
  fi
  text_of lastSuccess success
  plain_of sizeBytes size
  open retention
  plain_of wantedDays wanted
  plain_of heldDays held
  close
  if [ -s "$here/days" ]; then
    name_of days
    printf '['
    days_json
    printf ']'
  fi
  proof_json check
  proof_json drill
  if [ -s "$here/standby-noted" ]; then
    open standby
    text_of restoredFrom standby-from
    plain_of reachable standby-reachable
    plain_of maxAgeS standby-max_age
    close
  fi
  printf '}\n'
}

# Replaces the file atomically, with the stored JSON of the other targets.
write_file() {
  target_json >"$here/.json.new"
  mv "$here/.json.new" "$here/json"
  new=$(dirname "$file")/.$(basename "$file").$$
  {
    printf '{"format":"coop-backups/1","written":"%s","targets":[\n' "$(now)"
    comma=''
    for one in "$state"/*/json; do
      printf '%s' "$comma"
      cat "$one"
      comma=,
    done
    printf ']}\n'
  } >"$new"
  mv "$new" "$file"
}

case $what in
  set) look_at 'name cron zone grace wanted tool' "$@" ;;
  start) look_at '' "$@" ;;
  ok) look_at 'size held' "$@" ;;
  failed) look_at error "$@" ;;
  check) look_at 'ok error' "$@" ;;
  drill) look_at 'ok by asserted duration' "$@" ;;
  standby) look_at 'from reachable max_age' "$@" ;;
  *) fail "'$what' is none of set, start, ok, failed, check, drill, standby" ;;
esac

mkdir -p "$state"
take_lock
mkdir -p "$here"

case $what in
  set)
    take '' "$@"
    # A pattern is meaningless without its zone.
    if [ ! -s "$here/zone" ]; then keep zone UTC; fi
    ;;
  start)
    today
    keep started "$value"
    keep attempt "$(now)"
    rm -f "$here/attempt-ok" "$here/error"
    ;;
  ok)
    rm -f "$here/size" "$here/held" "$here/error"
    take '' "$@"
    keep attempt "$(now)"
    keep attempt-ok true
    get attempt
    keep success "$value"
    get size -
    note_day true "$value" ''
    rm -f "$here/started"
    ;;
  failed)
    rm -f "$here/error"
    take '' "$@"
    keep attempt "$(now)"
    keep attempt-ok false
    get error
    note_day false - "$value"
    rm -f "$here/started"
    ;;
  check | drill)
    case " $* " in *' ok='*) ;; *) fail "$what needs ok=true or ok=false" ;; esac
    rm -f "$here/$what"-*
    take "$what-" "$@"
    keep "$what-at" "$(now)"
    ;;
  standby)
    rm -f "$here"/standby-*
    take standby- "$@"
    keep standby-noted true
    ;;
esac
write_file
