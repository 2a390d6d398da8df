#!/usr/bin/env python3
"""ptybench - time interactive terminal programs from outside, through a pseudo-terminal.

Python 3.11 standard library only, Linux only.  For every command it can measure

  start      exec to the first output that matches a regex (first prompt visible)
  key tests  key to redraw: first byte, last byte (output settled), an optional
             regex; bytes written and CPU used per key
  interview  a script of (expect regex, send keys) pairs driven to the end with
             instant answers: wall time, time from the last answer to exit
  memory     peak RSS of the process tree (VmHWM), and CPU time (wait4 rusage)

Several commands are run interleaved, A B C A B C ..., so that a noisy or
drifting machine hits all of them alike; the report gives medians and the ratio
to the first command.  Read the ratios, not the absolute times.

How a figure is taken
  * The clock starts right before posix_spawn (vfork + exec) and a chunk of output
    is stamped right after the read(2) that returned it, before any matching.
  * Regexes are matched on output with escape sequences removed ("plain" text), so
    styling inside a label does not hide it.  Only text that came after the
    previous answer is searched.
  * "Settled" means no byte for --settle milliseconds; that wait is never part of
    a latency.
  * RSS is the sum of VmHWM over the processes of the session, read from /proc
    just before the last answer is sent (or at the end of a key test).  The
    rusage ru_maxrss is not used: Linux lets it inherit the RSS of the *parent*
    (this Python) across exec, which hides small programs.
  * CPU per key comes from /proc/PID/task/*/schedstat (nanoseconds) around the
    key, summed over the session.  It is far less noisy than wall time.
  * Terminal queries (cursor position, device attributes, colours, DECRQM, kitty
    keyboard) are answered the way a plain xterm would.
  * The header reports the harness floor (kernel echo through a pty, no program
    involved) and how much CPU other processes took meanwhile.
"""
import argparse
import errno
import fcntl
import gc
import json
import os
import re
import select
import shlex
import shutil
import signal
import statistics
import struct
import sys
import termios
import time

EPILOG = r"""
keys      In --step and --key, <up> <down> <left> <right> <enter> <space> <tab> <esc> <bs>
          <del> <home> <end> <pgup> <pgdn> <c-c> <c-d> <lt> stand for the key; anything
          else is sent as it is.  '<down>*3' is not a thing: write <down><down><down>.
          <a*100> is a hundred times the letter a, and <paste> and </paste> mark a paste.

examples  time to the first prompt, two builds side by side, 30 rounds
            ptybench.py --cmd 'new=target/release/wizard' --cmd 'old=/usr/local/bin/wizard' \
                        --start 'Plan name' -n 30

          arrow-down latency and bytes in the second question, plus letters in the first
            ptybench.py --cmd 'w=target/release/wizard' --start 'Plan name' \
                --step 'Plan name=>Launch<enter>' --step 'Kind=><enter>' \
                --key 'letter@0=a' --key 'down@1=<down>' --keys-per-run 40 -n 10

          a whole interview, checked by what it wrote, table and JSON
            ptybench.py --spec peers.json -n 20 --json result.json

          what does the program really print?  (runs each script once)
            ptybench.py --spec peers.json --only inquire --show

          some tests and some commands of a spec only, in one short table
            ptybench.py --spec peers.json --only dialoguer,inquire --tests start,down \
                        --columns start_ms,down.done_us,down.bytes

spec      a JSON file; every field but name and argv is optional:
          {"size": "80x24", "env": {"NO_COLOR": "1"}, "commands": [
            {"name": "dialoguer", "argv": ["./demo", "out.json"], "cwd": ".",
             "start": "Plan name",
             "steps": [["Plan name", "Launch<enter>"], ["Kind", "<down><enter>"],
                       ["Done", {"resize": "40x24", "pause_ms": 50, "send": "y"}]],
             "keys": {"letter": {"step": 0, "keys": ["a"]},
                      "down":   {"step": 1, "keys": ["<down>"], "expect": null}},
             "remove": ["out.json"],
             "check": {"file": "out.json", "json": {"name": "Launch"}}}]}
          A key test answers the steps before `step`, waits for that step's prompt, lets
          output settle, then sends its keys one by one, in a cycle.  What `remove` names goes
          before every run; `check` compares the file, as JSON, after an interview.
          `pause_ms` waits for that much quiet before answering: for programs that lose
          keys typed the moment a prompt shows.  "incomplete": true skips the interview.

metrics   start_ms, start_cpu_ms   exec to first prompt; CPU used until then
          NAME.first_us            key sent to first byte of the redraw
          NAME.done_us             key sent to last byte of the redraw
          NAME.match_us            key sent to the key test's own regex, where it has one
          NAME.bytes               bytes written for one key
          NAME.writes              reads in which they came (about: write calls)
          NAME.cpu_us              CPU time for one key, all processes of the session
          NAME.lost                keys in a run that brought no output (mean)
          wall_ms                  exec to exit, less the time this tool itself took to answer
          answer_ms                median of: answer sent to next prompt shown
          exit_ms                  last answer sent to exit
          cpu_ms                   user + system CPU of the whole run (wait4)
          rss_mb                   peak resident memory, see above
          total_bytes              everything the interview wrote to the terminal
          idle_cpu_ms_s            CPU per second while nobody types (with --idle)
"""

NAMED_KEYS = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "enter": "\r", "space": " ", "tab": "\t", "esc": "\x1b", "bs": "\x7f",
    "del": "\x1b[3~", "home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~",
    "pgdn": "\x1b[6~", "c-c": "\x03", "c-d": "\x04", "lt": "<",
    "paste": "\x1b[200~", "/paste": "\x1b[201~",
}
ESCAPES = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"            # CSI
    rb"|\x1b[\]PX^_].*?(?:\x07|\x1b\\)"    # OSC, DCS, SOS, PM, APC
    rb"|\x1b[ -/]+[0-~]"                   # charset selection and the like
    rb"|\x1b[0-~]"                         # two-byte escapes
    rb"|[\x00-\x08\x0e-\x1a\x1c-\x1f]", re.S)
QUERIES = re.compile(
    rb"\x1b\[(?:(?P<cpr>\??6n)|(?P<dsr>5n)|(?P<da1>0?c)|(?P<da2>>0?c)|(?P<kitty>\?u)"
    rb"|\?(?P<mode>\d+)\$p|\?1(?P<decckm>[hl]))|\x1b\](?P<osc>1[012]);\?(?:\x07|\x1b\\)")


class BenchError(Exception):
    """A run could not be carried out; the message says what was waited for."""


def keys_to_bytes(text):
    """Turn 'abc<down><enter>' into the bytes a terminal would send."""
    def one(match):
        name = match.group(1).lower()
        if name not in NAMED_KEYS:
            raise BenchError(f"unknown key <{name}> in {text!r}")
        return NAMED_KEYS[name]
    text = re.sub(r"<(.)\*(\d+)>", lambda match: match.group(1) * int(match.group(2)), text)
    return re.sub(r"<(/?[a-zA-Z-]+)>", one, text).encode()


def plain(data):
    """Output bytes as text with escape sequences removed."""
    return ESCAPES.sub(b"", data).decode("utf-8", "replace")


def parse_size(text):
    """'80x24' -> (rows, cols)."""
    cols, rows = text.lower().split("x")
    return int(rows), int(cols)


def ms(nanoseconds):
    return nanoseconds / 1e6


def us(nanoseconds):
    return nanoseconds / 1e3


class Child:
    """One program on its own pseudo-terminal, with time-stamped output."""

    def __init__(self, argv, size=(24, 80), env=None, cwd=None, timeout=20.0):
        self.timeout = timeout
        self.size = size
        self.buf = bytearray()      # all output so far
        self.mark = 0               # output before this offset has been matched
        self.chunks = []            # (time_ns, offset after the chunk)
        self.queries = 0            # terminal queries answered
        self._scanned = 0
        self.application_keys = False   # DECCKM: arrows are ESC O A, not ESC [ A
        self.eof = False
        self.status = self.rusage = self.t_exit = None
        self.master, slave = os.openpty()
        self.resize(size)
        path = os.ttyname(slave)
        full_env = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        for name in ("NO_COLOR", "CI", "COLORTERM", "COLUMNS", "LINES"):
            full_env.pop(name, None)
        full_env.update(env or {})
        here = os.getcwd()
        if cwd:
            os.chdir(cwd)
        try:
            self.t0 = time.perf_counter_ns()
            # setsid, then opening the slave makes it the controlling terminal
            self.pid = os.posix_spawnp(
                argv[0], argv, full_env, setsid=True,
                setsigdef=[signal.SIGPIPE, signal.SIGINT],
                file_actions=[(os.POSIX_SPAWN_OPEN, 0, path, os.O_RDWR, 0),
                              (os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2)])
        except OSError as error:
            os.close(self.master)
            raise BenchError(f"cannot start {argv[0]}: {error.strerror}") from error
        finally:
            os.close(slave)
            os.chdir(here)
        self.pidfd = os.pidfd_open(self.pid)
        self.poll = select.poll()
        self.poll.register(self.master, select.POLLIN)
        self.poll.register(self.pidfd, select.POLLIN)

    def resize(self, size):
        """Set the window size; the kernel sends SIGWINCH to the foreground program."""
        self.size = size
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))

    def pump(self, wait_s):
        """Read one chunk if it comes within wait_s.  True when bytes arrived."""
        if self.eof and self.t_exit:
            return False
        got = False
        for fd, event in self.poll.poll(max(0.0, wait_s) * 1000):
            if fd == self.pidfd:
                self.t_exit = time.perf_counter_ns()
                self.poll.unregister(self.pidfd)
                continue
            try:
                data = os.read(self.master, 65536)
            except OSError as error:        # EIO: nobody has the terminal open any more
                if error.errno != errno.EIO:
                    raise
                data = b""
            now = time.perf_counter_ns()
            if data:
                self.buf += data
                self.chunks.append((now, len(self.buf)))
                self._answer_queries()
                got = True
            elif event & select.POLLHUP:
                self.eof = True
                self.poll.unregister(self.master)
        return got

    def _answer_queries(self):
        """Reply to what programs ask of a terminal, as an xterm would; follow DECCKM."""
        tail = bytes(self.buf[self._scanned:])
        if b"\x1b" not in tail:
            self._scanned = len(self.buf)
            return
        last = self._scanned
        for match in QUERIES.finditer(tail):
            last = self._scanned + match.end()
            if match["decckm"]:
                self.application_keys = match["decckm"] == b"h"
                continue
            if match["cpr"]:
                reply = b"\x1b[1;1R"
            elif match["dsr"]:
                reply = b"\x1b[0n"
            elif match["da1"]:
                reply = b"\x1b[?62;22c"
            elif match["da2"]:
                reply = b"\x1b[>41;370;0c"
            elif match["kitty"]:
                reply = b"\x1b[?0u"
            elif match["mode"]:
                reply = b"\x1b[?" + match["mode"] + b";0$y"
            else:
                colour = b"rgb:0000/0000/0000" if match["osc"] == b"11" else b"rgb:ffff/ffff/ffff"
                reply = b"\x1b]" + match["osc"] + b";" + colour + b"\x1b\\"
            os.write(self.master, reply)
            self.queries += 1
        # keep a short tail, in case a query is split over two chunks
        self._scanned = max(last, len(self.buf) - 16)

    def expect(self, regex, timeout=None):
        """Wait until output after the last mark matches; return the chunk's time."""
        deadline = time.perf_counter_ns() + int((timeout or self.timeout) * 1e9)
        pattern = re.compile(regex)
        seen = -1
        while True:
            if len(self.buf) != seen:
                seen = len(self.buf)
                if pattern.search(plain(bytes(self.buf[self.mark:]))):
                    self.mark = seen
                    return self.chunks[-1][0]
            left = (deadline - time.perf_counter_ns()) / 1e9
            if left <= 0 or self.eof:
                why = "ended" if self.eof else "timed out"
                raise BenchError(f"{why} waiting for /{regex}/; last output: "
                                 f"{plain(bytes(self.buf[self.mark:]))[-200:]!r}")
            self.pump(left)

    def settle(self, quiet_s):
        """Read until nothing comes for quiet_s; return the number of bytes read."""
        before = len(self.buf)
        deadline = time.perf_counter_ns() + int(self.timeout * 1e9)
        while self.pump(quiet_s) and time.perf_counter_ns() < deadline:
            pass
        return len(self.buf) - before

    def send(self, data):
        """Write key bytes; return the time just before the write."""
        if self.application_keys:
            data = re.sub(rb"\x1b\[([A-DHF])", b"\x1bO\\1", data)
        now = time.perf_counter_ns()
        if len(data) <= 512:
            os.write(self.master, data)
            return now
        # long input: keep reading, or the kernel's 4 KiB tty buffers deadlock both sides
        os.set_blocking(self.master, False)
        try:
            while data:
                try:
                    data = data[os.write(self.master, data[:512]):]
                except BlockingIOError:
                    pass
                self.pump(0.001)
                if self.t_exit:
                    break
        finally:
            os.set_blocking(self.master, True)
        return now

    def session_pids(self):
        """All live processes of the child's session (it may run helpers)."""
        found = []
        for name in os.listdir("/proc"):
            if name.isdigit():
                try:
                    with open(f"/proc/{name}/stat", "rb") as file:
                        if int(file.read().rpartition(b")")[2].split()[3]) == self.pid:
                            found.append(int(name))
                except (OSError, IndexError):
                    pass
        return found

    def rss_kib(self):
        """Peak resident set, summed over the session."""
        total = 0
        for pid in self.session_pids():
            try:
                with open(f"/proc/{pid}/status") as file:
                    total += sum(int(line.split()[1]) for line in file if line.startswith("VmHWM"))
            except OSError:
                pass
        return total

    def cpu_ns(self, pids=None):
        """CPU time so far of the session's live threads."""
        total = 0
        for pid in pids or self.session_pids():
            try:
                for task in os.listdir(f"/proc/{pid}/task"):
                    with open(f"/proc/{pid}/task/{task}/schedstat") as file:
                        total += int(file.read().split()[0])
            except OSError:
                pass
        return total

    def finish(self, grace=5.0):
        """Wait for the exit, collect rusage; kill the session if it does not come."""
        deadline = time.perf_counter_ns() + int(grace * 1e9)
        while self.t_exit is None and time.perf_counter_ns() < deadline:
            self.pump((deadline - time.perf_counter_ns()) / 1e9)
        if self.t_exit is None:
            self.kill()
            raise BenchError(f"did not exit; last output: {plain(bytes(self.buf[self.mark:]))[-200:]!r}")
        while self.pump(0):
            pass
        self._reap()
        return self.t_exit

    def _reap(self):
        if self.status is None:
            _, self.status, self.rusage = os.wait4(self.pid, 0)
            os.close(self.pidfd)
            os.close(self.master)

    def kill(self):
        """End the program and its helpers; only processes of this session."""
        if self.status is None:
            for pid in self.session_pids() or [self.pid]:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            self._reap()


class Command:
    """One entry of a spec: what to run and how to answer it."""

    def __init__(self, entry, common):
        self.name = entry["name"]
        self.argv = entry["argv"]
        self.cwd = entry.get("cwd")
        self.env = {**common.get("env", {}), **entry.get("env", {})}
        self.size = parse_size(entry.get("size") or common.get("size") or "80x24")
        self.steps = entry.get("steps", [])
        self.start = entry.get("start") or (self.steps[0][0] if self.steps else None)
        self.keys = entry.get("keys", {})
        self.remove = entry.get("remove", [])
        self.check = entry.get("check")
        self.incomplete = entry.get("incomplete", False)    # no whole interview

    def spawn(self, options):
        for path in self.remove:
            if os.path.isdir(path):
                shutil.rmtree(path)
            elif os.path.lexists(path):
                os.unlink(path)
        return Child(self.argv, options.size or self.size, self.env, self.cwd, options.timeout)

    def answer(self, child, action):
        """Carry out the right-hand side of a step; return the time it was sent."""
        if isinstance(action, str):
            action = {"send": action}
        if "resize" in action:
            child.resize(parse_size(action["resize"]))
        if "pause_ms" in action:            # for programs that are not yet listening
            child.settle(action["pause_ms"] / 1000)
        return child.send(keys_to_bytes(action.get("send", "")))

    def verify(self):
        if self.check:
            with open(self.check["file"]) as file:
                got = json.load(file)
            if got != self.check["json"]:
                raise BenchError(f"{self.name} wrote {got}")


def run_start(command, options):
    """Exec to first prompt, then the memory and idle CPU at that point."""
    child = command.spawn(options)
    try:
        shown = child.expect(command.start)
        figures = {"start_ms": ms(shown - child.t0), "start_cpu_ms": ms(child.cpu_ns())}
        child.settle(options.settle)
        figures["start_rss_mb"] = child.rss_kib() / 1024
        if options.idle:
            before, begin = child.cpu_ns(), time.perf_counter_ns()
            end = begin + int(options.idle * 1e9)
            while time.perf_counter_ns() < end:
                child.pump((end - time.perf_counter_ns()) / 1e9)
            spent = (time.perf_counter_ns() - begin) / 1e9
            figures["idle_cpu_ms_s"] = ms(child.cpu_ns() - before) / spent
        return figures
    finally:
        child.kill()


def run_keys(command, test_name, options):
    """Answer up to the test's step, then send its keys one at a time."""
    test = command.keys[test_name]
    child = command.spawn(options)
    samples = {"first_us": [], "done_us": [], "match_us": [], "bytes": [], "writes": [], "cpu_us": []}
    lost = 0
    try:
        for regex, action in command.steps[:test["step"]]:
            child.expect(regex)
            command.answer(child, action)
        child.expect(command.steps[test["step"]][0])
        child.settle(max(options.settle, 0.05))
        keys = [keys_to_bytes(key) for key in test["keys"]]
        count = test.get("count", options.keys_per_run)
        pids = child.session_pids()
        for index in range(count):
            child.mark = offset = len(child.buf)
            first_chunk = len(child.chunks)
            cpu = child.cpu_ns(pids)
            sent = child.send(keys[index % len(keys)])
            if test.get("expect"):
                samples["match_us"].append(us(child.expect(test["expect"]) - sent))
            elif not child.pump(options.key_timeout):
                lost += 1
                continue
            child.settle(options.settle)
            samples["cpu_us"].append(us(child.cpu_ns(pids) - cpu))
            samples["first_us"].append(us(child.chunks[first_chunk][0] - sent))
            samples["done_us"].append(us(child.chunks[-1][0] - sent))
            samples["bytes"].append(len(child.buf) - offset)
            samples["writes"].append(len(child.chunks) - first_chunk)
        figures = {f"{test_name}.{key}": values for key, values in samples.items() if values}
        figures[f"{test_name}.lost"] = lost
        figures[f"{test_name}.rss_mb"] = child.rss_kib() / 1024
        return figures
    finally:
        child.kill()


def run_interview(command, options):
    """Drive the whole script with instant answers."""
    child = command.spawn(options)
    try:
        waits = []
        begin = child.t0
        sent = None
        for index, (regex, action) in enumerate(command.steps):
            shown = child.expect(regex)
            waits.append(shown - begin)
            if index == len(command.steps) - 1:
                rss = child.rss_kib()
            sent = begin = command.answer(child, action)
        ended = child.finish()
        if os.waitstatus_to_exitcode(child.status) != 0:
            raise BenchError(f"exit status {os.waitstatus_to_exitcode(child.status)}; "
                             f"last output: {plain(bytes(child.buf))[-200:]!r}")
        command.verify()
        return {
            "wall_ms": ms(sum(waits) + ended - sent), "exit_ms": ms(ended - sent),
            "answer_ms": ms(statistics.median(waits[1:])) if len(waits) > 1 else 0.0,
            "cpu_ms": (child.rusage.ru_utime + child.rusage.ru_stime) * 1e3,
            "rss_mb": rss / 1024, "total_bytes": len(child.buf), "queries": child.queries,
        }
    finally:
        child.kill()


def show(command, options):
    """Run the script once and print every step with the raw bytes it brought."""
    child = command.spawn(options)
    print(f"=== {command.name}: {shlex.join(command.argv)}")
    offset = 0
    try:
        for regex, action in command.steps:
            child.expect(regex)
            child.settle(options.settle)
            print(f"--- /{regex}/ shown after {bytes(child.buf[offset:])!r}\n--> {action!r}")
            offset = len(child.buf)
            command.answer(child, action)
        if not command.incomplete:
            child.finish()
            print(f"--- then {bytes(child.buf[offset:])!r}, exit {child.status}")
            command.verify()
    except BenchError as error:
        print(f"!!! {error}\n!!! raw: {bytes(child.buf[offset:])!r}")
    finally:
        child.kill()


def harness_floor(count=300):
    """Median microseconds of a kernel echo: write to the master, read it back."""
    master, slave = os.openpty()
    poll = select.poll()
    poll.register(master, select.POLLIN)
    times = []
    for _ in range(count):
        begin = time.perf_counter_ns()
        os.write(master, b"x")
        poll.poll(1000)
        os.read(master, 64)
        times.append(time.perf_counter_ns() - begin)
    os.close(master)
    os.close(slave)
    return us(statistics.median(times))


def machine_cpu():
    """(busy, total) jiffies of the machine, and the seconds this tool and its children used."""
    with open("/proc/stat") as file:
        fields = [int(value) for value in file.readline().split()[1:9]]
    used = os.times()
    return sum(fields) - fields[3] - fields[4], sum(fields), sum(used[:4])


def quantile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(part * (len(ordered) - 1)))]


def summary(values):
    """What the JSON keeps of one metric's samples."""
    return {"n": len(values), "median": statistics.median(values), "p95": quantile(values, 0.95),
            "p25": quantile(values, 0.25), "p75": quantile(values, 0.75),
            "min": min(values), "max": max(values)}


def bench(commands, options):
    """Interleave all commands for the rounds asked; return {name: {metric: samples}}."""
    samples = {command.name: {} for command in commands}
    errors = {command.name: [] for command in commands}
    wanted = options.tests.split(",") if options.tests else None

    def jobs(command):
        if command.start and (not wanted or "start" in wanted):
            yield "start", lambda: run_start(command, options)
        for name in command.keys:
            if not wanted or name in wanted:
                yield name, lambda name=name: run_keys(command, name, options)
        if command.steps and not command.incomplete and (not wanted or "interview" in wanted):
            yield "interview", lambda: run_interview(command, options)

    for round_number in range(-options.warmup, options.rounds):
        for command in commands:
            for label, job in jobs(command):
                try:
                    figures = job()
                except (BenchError, OSError, ValueError) as error:
                    errors[command.name].append(f"{label}: {error}")
                    continue
                if round_number < 0:
                    continue
                for metric, value in figures.items():
                    bucket = samples[command.name].setdefault(metric, [])
                    bucket.extend(value if isinstance(value, list) else [value])
        if options.verbose:
            print(f"round {round_number + 1}/{options.rounds}", file=sys.stderr)
    return samples, errors


def number(value):
    if value >= 1000:
        return f"{value:.0f}"
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"


def table(results, baseline):
    """One block per metric: median, p25-p75, p95, max, ratio to the first command."""
    metrics = []
    for stats in results.values():
        metrics += [metric for metric in stats if metric not in metrics]
    lines = []
    width = max([len(name) for name in results] + [8])
    for metric in metrics:
        lines.append(f"\n{metric:<{width}}  {'median':>9} {'p25':>9} {'p75':>9} {'p95':>9} {'max':>9} {'n':>5}  ratio")
        base = results[baseline].get(metric, {}).get("median")
        for name, stats in results.items():
            if metric in stats:
                row = stats[metric]
                ratio = f"{row['median'] / base:6.2f}" if base else "     -"
                lines.append(f"{name:<{width}}  " + " ".join(
                    f"{number(row[key]):>9}" for key in ("median", "p25", "p75", "p95", "max"))
                    + f" {row['n']:>5} {ratio}")
    return "\n".join(lines)


def columns(results, baseline, names):
    """A short table: one row per command, 'median (ratio)' for each metric asked."""
    width = max(len(name) for name in results)
    cells = max([18] + [len(name) + 2 for name in names])
    lines = [" " * width + "".join(f"{name:>{cells}}" for name in names)]
    for command, stats in results.items():
        line = f"{command:<{width}}"
        for name in names:
            base = results[baseline].get(name, {}).get("median")
            value = stats.get(name, {}).get("median")
            ratio = f" ({value / base:.2f})" if base and value is not None else ""
            line += f"{'-' if value is None else number(value) + ratio:>{cells}}"
        lines.append(line)
    return "\n".join(lines)


def commands_from_flags(options):
    """Build a spec out of --cmd, --start, --step, --key; all commands share the script."""
    steps = []
    for step in options.step:
        regex, _, send = step.partition("=>")
        steps.append([regex, send])
    keys = {}
    for key in options.key:
        head, _, sent = key.partition("=")
        name, _, step = head.partition("@")
        keys[name] = {"step": int(step or 0), "keys": sent.split(",") if "," in sent else [sent]}
    spec = {"commands": []}
    for item in options.cmd:
        name, found, line = item.partition("=")
        argv = shlex.split(line if found else item)
        spec["commands"].append({"name": name if found else os.path.basename(argv[0]), "argv": argv,
                                 "start": options.start, "steps": steps, "keys": keys,
                                 "incomplete": options.incomplete})
    return spec


def main():
    parser = argparse.ArgumentParser(
        prog="ptybench.py", description=__doc__, epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spec", help="JSON file that lists the commands (see below)")
    parser.add_argument("--cmd", action="append", default=[], metavar="NAME=COMMAND",
                        help="a command to run; repeat it to compare; ratios are to the first")
    parser.add_argument("--start", metavar="REGEX", help="what shows that the first prompt is there")
    parser.add_argument("--step", action="append", default=[], metavar="REGEX=>KEYS",
                        help="one question and its answer; repeat it in order")
    parser.add_argument("--key", action="append", default=[], metavar="NAME@STEP=KEYS",
                        help="a key test at step number STEP; keys with commas form a cycle")
    parser.add_argument("--incomplete", action="store_true",
                        help="the steps do not reach the end: no whole-interview run")
    parser.add_argument("--only", help="comma-separated names of commands to keep, in this order")
    parser.add_argument("--tests", help="comma-separated tests to run: start, interview, key-test names")
    parser.add_argument("-n", "--rounds", type=int, default=10, help="rounds of A B C ... (10)")
    parser.add_argument("--warmup", type=int, default=1, help="rounds first, not counted (1)")
    parser.add_argument("--keys-per-run", type=int, default=20, help="keys per key test and run (20)")
    parser.add_argument("--size", type=parse_size, help="terminal size COLSxROWS, over the spec's (80x24)")
    parser.add_argument("--settle", type=float, default=20, help="quiet milliseconds that end a redraw (20)")
    parser.add_argument("--key-timeout", type=float, default=1.0, help="seconds until a key counts as lost (1)")
    parser.add_argument("--timeout", type=float, default=20, help="seconds to wait for a prompt (20)")
    parser.add_argument("--realtime", action="store_true",
                        help="run this tool and the programs under SCHED_FIFO (root): steady on a busy machine")
    parser.add_argument("--idle", type=float, default=0, help="also measure CPU over this many idle seconds")
    parser.add_argument("--json", metavar="FILE", help="write the summaries as JSON ('-' for stdout)")
    parser.add_argument("--columns", metavar="METRICS",
                        help="print only these metrics, comma-separated, one row a command: median (ratio)")
    parser.add_argument("--show", action="store_true", help="run each script once and print what came")
    parser.add_argument("-v", "--verbose", action="store_true", help="progress on stderr")
    options = parser.parse_args()
    options.settle /= 1000

    if options.spec:
        with open(options.spec) as file:
            spec = json.load(file)
    elif options.cmd:
        spec = commands_from_flags(options)
    else:
        parser.error("give --spec or --cmd")
    commands = [Command(entry, spec) for entry in spec["commands"]]
    if options.only:
        by_name = {command.name: command for command in commands}
        commands = [by_name[name] for name in options.only.split(",")]
    if options.show:
        for command in commands:
            show(command, options)
        return 0

    if options.realtime:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(10))
    gc.disable()
    floor = harness_floor()
    before = machine_cpu()
    samples, errors = bench(commands, options)
    after = machine_cpu()
    elapsed = max(1, after[1] - before[1])
    foreign = max(0.0, (after[0] - before[0]) - (after[2] - before[2]) * os.sysconf("SC_CLK_TCK")) / elapsed
    results = {name: {metric: summary(values) for metric, values in figures.items()}
               for name, figures in samples.items()}
    report = {"harness_floor_us": floor, "foreign_cpu_share": foreign, "loadavg": os.getloadavg(),
              "cpus": os.cpu_count(), "rounds": options.rounds, "keys_per_run": options.keys_per_run,
              "baseline": commands[0].name, "commands": results, "errors": errors}
    if options.json:
        text = json.dumps(report, indent=1)
        if options.json == "-":
            print(text)
        else:
            with open(options.json, "w") as file:
                file.write(text + "\n")
    if options.json != "-":
        print(f"{options.rounds} interleaved rounds, baseline {commands[0].name}; harness floor (kernel echo) "
              f"{floor:.1f} us; other processes took {foreign:.0%} of {os.cpu_count()} CPUs; "
              f"load {os.getloadavg()[0]:.2f}")
        print(columns(results, commands[0].name, options.columns.split(",")) if options.columns
              else table(results, commands[0].name))
    failed = False
    for name, messages in errors.items():
        for message in sorted(set(messages)):
            failed = True
            print(f"FAILED {name} ({messages.count(message)}x) {message}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
