# Read by ./run and ./test: a virtual environment beside this file, from a lock file with hashes.

say() { printf 'sincerely: %s\n' "$*" >&2; }

# The first Python from 3.11 to 3.13 on this machine.
find_python() {
    for name in python3.13 python3.12 python3.11 python3; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
            printf '%s\n' "$name"
            return
        fi
    done
    say "Python 3.11, 3.12 or 3.13 is needed, and none is here. On Debian or Ubuntu: sudo apt-get install python3 python3-venv"
    exit 69
}

# Debian ships venv apart from Python; root can be helped at once, others are told.
need_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "installing python$version-venv"
        (apt-get update && apt-get install -y "python$version-venv") >/dev/null 2>&1 </dev/null || true
    fi
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    say "Python's venv module is missing. Install it: sudo apt-get install python$version-venv"
    exit 69
}

# set_up LOCK: brings .venv to what LOCK says; does nothing where it is so already.
set_up() {
    lock=$1
    stamp="$here/.venv/ready-$lock"
    wanted=$(cksum <"$here/$lock"; cksum <"$here/pyproject.toml")
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return
    # Two first runs at once: the second waits for the first.
    exec 9>"$here/.setup.lock"
    if command -v flock >/dev/null 2>&1; then flock 9; fi
    if ! { [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; }; then
        say "setting up (once; about a minute)"
        python=$(find_python)
        need_venv "$python"
        "$here/.venv/bin/python" -c '' 2>/dev/null || { rm -rf "$here/.venv"; "$python" -m venv "$here/.venv"; }
        log="$here/.venv/setup.log"
        if ! { "$here/.venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$here/$lock" &&
            "$here/.venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e "$here"; } \
            >"$log" 2>&1 </dev/null; then
            tail -n 5 "$log" >&2
            say "the set-up did not finish: is the package index within reach? The whole log: .venv/setup.log"
            exit 69
        fi
        printf '%s\n' "$wanted" >"$stamp"
    fi
    exec 9>&-
}
