# Shared by the scripts beside it; not to be run.

step() { # step TITLE COMMAND...: run quietly; one line with the seconds; on failure all it said
  local title=$1 began=$SECONDS said status=0
  shift
  said=$(mktemp)
  "$@" >"$said" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then
    cat "$said" >&2
    rm -f "$said"
    printf '✗ %s failed (%d s)\n' "$title" $((SECONDS - began)) >&2
    exit "$status"
  fi
  rm -f "$said"
  printf '✓ %s (%d s)\n' "$title" $((SECONDS - began))
}

fail() { # fail SENTENCE [REMEDY]
  printf '✗ %s\n' "$1" >&2
  [ -z "${2:-}" ] || printf '  %s\n' "$2" >&2
  exit 3
}

install_packages() { # install_packages NAME... WHAT: by apt, as root or by sudo without a password
  local names=("${@:1:$#-1}") what=${!#} as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  if ! command -v apt-get >/dev/null || ! ${as_root[@]+"${as_root[@]}"} true 2>/dev/null; then
    fail "$what is missing." "Install it: sudo apt-get install ${names[*]}"
  fi
  step "$what by apt-get" install_by_apt ${as_root[@]+"${as_root[@]}"} -- "${names[@]}"
}

install_by_apt() { # install_by_apt [sudo -n] -- NAME...
  local before=()
  while [ "$1" != -- ]; do before+=("$1"); shift; done
  shift
  # apt runs as the environment says: no questions, no services started by surprise
  ${before[@]+"${before[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -qq update
  ${before[@]+"${before[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends -y "$@"
}
