# Kills everything that a sidecar has started, when the pipe on standard input closes: because the program that has its other end closes it, or
# because that program is gone, in whatever way. Run as `sh -c SCRIPT gotoolchain-guardian MARK`, as the leader of the process group in which the
# sidecar is born. Needs sh and either /proc or ps; grep where there is one.
mark=$1
exec >/dev/null 2>&1
trap '' HUP INT QUIT TERM
while read -r line; do :; done

# All processes, in words: id, parent, group, state.
list() {
    if [ -r /proc/self/stat ]; then
        for stat in /proc/[0-9]*/stat; do
            line=
            read -r line <"$stat" || continue
            # The name, in parentheses, may hold blanks and parentheses.
            set -- ${line##*) }
            echo "${line%% *} $2 $3 $1"
        done
    else
        # In place of this subshell: it would find itself otherwise.
        exec ps -A -o pid=,ppid=,pgid=,state=
    fi
}

# Those of the sidecar: in its group, with its mark in their environment, or started by one of these. New ones go to $found; $left says whether any
# of the $known are still there.
search() {
    found=
    left=
    marked=" $(GOTC_SIDECAR_ID= grep -lsF "GOTC_SIDECAR_ID=$mark" /proc/[0-9]*/environ) "
    processes=$(list)
    more=yes
    while [ "$more" ]; do
        more=
        field=0
        for word in $processes; do
            case $field in
                0) id=$word ;;
                1) parent=$word ;;
                2) group=$word ;;
                3)
                    case "$word:$id:$parent" in
                        Z* | X* | *":$$:"* | *":$$") ;;
                        *)
                            case "$known :$found " in
                                *" $id "*:*) left=yes ;;
                                *" $id "*) ;;
                                *)
                                    case "$group: $known $found :$marked" in
                                        "$$:"* | *" $parent "*:* | *"/proc/$id/environ"*)
                                            found="$found $id"
                                            more=yes
                                            ;;
                                    esac
                                    ;;
                            esac
                            ;;
                    esac
                    ;;
            esac
            field=$(((field + 1) % 4))
        done
    done
}

# They are stopped first, until no more are found: the death of one would hide what it has started a moment before. Then each is killed, once, and
# waited for. Only the second search in a row that finds nobody is believed: in one, a process can be missed that is born after the names in /proc were read,
# if its parent ends before its own line is read.
round=0
known=
todo=
calm=
while [ $round -lt 500 ]; do
    round=$((round + 1))
    search
    if [ "$found" ]; then
        kill -STOP $found
        known="$known $found"
        todo="$todo $found"
        calm=
    elif [ "$todo" ]; then
        kill -9 $todo
        todo=
    elif [ ! "$left" ]; then
        [ "$calm" ] && exit 0
        calm=yes
    fi
done
kill -9 0
