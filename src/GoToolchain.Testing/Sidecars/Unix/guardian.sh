# Kills everything that a sidecar has started, when the pipe on standard input closes: because the test host closes it, or
# because the test host is gone, in whatever way. Run as `sh -c SCRIPT gotoolchain-guardian MARK`, as the leader of the process group in which the
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

# Those of the sidecar: in its group, with its mark in their environment, or started by one of these.
search() {
    found=
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
                            case " $found " in
                                *" $id "*) ;;
                                *)
                                    case "$group: $found :$marked" in
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

# Again and again: what is being killed may have started something just before.
round=0
while [ $round -lt 200 ]; do
    search
    [ "$found" ] || exit 0
    kill -9 $found
    round=$((round + 1))
done
kill -9 0
