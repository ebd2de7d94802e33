"""Checks the secret votes in exports of a record. Written from docs/ballots.md alone; it shares no line with Plenum.

    python3 verify_ballots.py EXPORT...

prints for each secret vote that closed, one line each, `accepted` or what is wrong, with the place on the board where there is one. It needs
nothing but Python 3.8. It does not check the export itself (docs/record-format.md), who is on a roll, or how a method elects.
"""
import base64
import binascii
import json
import sys
from collections import Counter
from hashlib import sha256

import ed25519
import pss

SHARING = {"meek", "meek-prf", "schulze", "ranked-pairs"}
PER_ISSUER = 1 + 32 + pss.BYTES


class Wrong(Exception):
    """What is wrong, in the words of docs/ballots.md."""


def require(holds, *what):
    if not holds:
        raise Wrong(" ".join(str(word) for word in what))


def canonical(value):
    """Canonical JSON of what has whole numbers and keys in ASCII only, as the bodies of votes do."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def from_base64(text):
    """The bytes, or None where the text is not the one way to write them."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if base64.b64encode(data).decode() == text else None


def is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def keys_in(value, *names):
    return isinstance(value, dict) and set(value) == set(names)


def least(fraction, base, more=False):
    """The least whole number not below, or above, a share of the base."""
    above, below = (int(part) for part in fraction.split("/"))
    return above * base // below + 1 if more else -(-above * base // below)


class Vote:
    """A secret vote as it was opened or begun again."""

    def __init__(self, opened, announced):
        self.opened, self.secret = opened, announced["secret"]
        self.context = sha256(canonical(announced)).digest()
        self.roll, self.ranked = opened["roll"]["size"], opened.get("ranked")
        self.listed = None
        self.sessions = set()
        self.length = len(self.ranked["candidates"] if self.ranked else opened["items"])
        self.moduli = [self.modulus(issuer) for issuer in self.secret["issuers"]]
        self.named = [issuer["named"] for issuer in self.secret["issuers"] if "named" in issuer]
        k, issuers = self.secret["k"], self.secret["issuers"]
        receipt_key = from_base64(self.secret["receiptKey"])
        different = len({i["name"] for i in issuers}) == len(set(self.moduli)) == len(issuers)
        require(1 <= k <= len(issuers) <= 9 and different, "ballot-keys-unfit")
        require(receipt_key is not None and len(receipt_key) == 32, "ballot-keys-unfit")
        self.check_named(k, issuers)
        self.size = 133 + self.length + PER_ISSUER * k
        require(self.secret["size"] == self.size, "wrong-opening")

    @staticmethod
    def modulus(issuer):
        data = from_base64(issuer["modulus"])
        require(data and len(data) == pss.BYTES and data[0] & 0x80 and data[-1] & 1, "ballot-keys-unfit")
        return int.from_bytes(data, "big")

    def check_named(self, k, issuers):
        """Others than the first are named by members, and deliver their keys under a lasting one."""
        if not self.named:
            return
        all_but_first = all(("named" in issuer) == (place > 0) for place, issuer in enumerate(issuers))
        require(all_but_first and 2 * k > len(issuers), "wrong-opening")
        for issuer in issuers[1:]:
            key, signature = (from_base64(issuer["named"][name]) for name in ("key", "signature"))
            message = b"plenum/issuer/1/key\0" + from_base64(issuer["modulus"])
            require(key and signature and ed25519.verify(key, message, signature), "wrong-opening")

    def tag(self, purpose):
        return b"plenum/ballot/1/" + purpose + b"\0" + self.context

    def renew(self, body):
        after = Vote(self.opened, body)
        same = set(self.moduli) & set(after.moduli)
        require(not same and self.secret["receiptKey"] != after.secret["receiptKey"], "ballot-keys-unfit")
        after.sessions = self.sessions
        return after

    def announce(self, body, cancelled):
        (self.sessions.discard if cancelled else self.sessions.add)(body["session"])

    def list_keys(self, body):
        keys = body["keys"]
        require(body["count"] == len(keys) <= self.roll, "key-list-unfit")
        last = b""
        for number, text in enumerate(keys, 1):
            key = from_base64(text)
            require(key is not None and len(key) == 32, "keys-unsorted", number)
            require(last < sha256(key).digest(), "keys-unsorted", number)
            last = sha256(key).digest()
        self.listed = keys

    def close(self, body, law):
        require("secret" in body, "board-missing")
        require(self.secret["keysUntil"] is None or self.listed is not None, "something-is-due")
        board = body["secret"]
        names = {"board", "issued", "keys", "paper", "participation"}
        require(set(board) - {"polling"} == names, "malformed")
        polled = board["paper"] != [] or "polling" in board
        may_poll = law >= 6 and (self.sessions or law < 7)
        require(may_poll or not polled, "polling-unfit")
        taken = self.papers_taken(board)
        self.check_counts(board, taken)
        self.check_participation(board, taken)
        self.check_polling(board, taken)
        choices = self.read_board(board) + self.read_papers(board)
        require(self.counts(choices, body), "wrong-result")

    @staticmethod
    def papers_taken(board):
        if "polling" not in board:
            return 0
        polling = board["polling"]
        require(keys_in(polling, "batches", "officers") and polling["officers"] != [], "malformed")
        for officer in polling["officers"]:
            require(keys_in(officer, "member", "papers", "screens"), "malformed")
            require(all(is_count(officer[name]) for name in ("papers", "screens")), "malformed")
        for batch in polling["batches"]:
            require(keys_in(batch, "papers", "tellers") and len(batch["tellers"]) == 2, "malformed")
            require(is_count(batch["papers"]) and batch["papers"] > 0, "malformed")
        return sum(officer["papers"] for officer in polling["officers"])

    def check_polling(self, board, taken):
        if "polling" not in board:
            require(board["paper"] == [], "polling-unfit")
            return
        officers, batches = board["polling"]["officers"], board["polling"]["batches"]
        ids = [officer["member"] for officer in officers]
        require(all(a < b for a, b in zip(ids, ids[1:])), "polling-unfit")
        require(all(officer["screens"] + officer["papers"] for officer in officers), "polling-unfit")
        require(sum(officer["screens"] for officer in officers) <= board["issued"][0], "polling-unfit")
        require(all(batch["tellers"][0] < batch["tellers"][1] for batch in batches), "polling-unfit")
        counted = sum(batch["papers"] for batch in batches)
        require(counted == len(board["paper"]) <= taken, "polling-unfit")

    def read_papers(self, board):
        last, choices = "", []
        for number, text in enumerate(board["paper"], 1):
            choice = from_base64(text)
            require(choice is not None and len(choice) == self.length and text >= last, "paper-unfit", number)
            try:
                self.check_choice(choice)
            except Wrong:
                raise Wrong(f"paper-unfit {number}") from None
            last = text
            choices.append(choice)
        return choices

    def check_counts(self, board, taken):
        issued, keys, cast = board["issued"], board["keys"], len(board["board"])
        fits = len(issued) == len(self.moduli) and all(0 <= count <= self.roll for count in issued)
        fits = fits and issued[0] + taken <= self.roll
        known = cast if self.listed is None else len(self.listed)
        require(fits and sum(issued) >= self.secret["k"] * keys and keys >= cast and keys == known, "board-counts")

    def check_participation(self, board, taken):
        took = board["participation"]
        require(took["kind"] == self.secret["participation"], "board-participation")
        if took["kind"] == "committed":
            hashes = [from_base64(text) for text in took["commitments"]]
            require(all(data and len(data) == 32 for data in hashes), "malformed")
            require(len(hashes) == self.roll, "board-participation")
        else:
            members = took["members"]
            ascending = all(a < b for a, b in zip(members, members[1:]))
            require(ascending and len(members) == board["issued"][0] + taken, "board-participation")

    def read_board(self, board):
        last, signed, choices = b"", Counter(), []
        for number, text in enumerate(board["board"], 1):
            data = from_base64(text)
            try:
                require(data is not None, "ballot-length")
                key, choice, issuers = self.read_ballot(data)
                order = sha256(key).digest()
                require(order != last, "ballot-twice")
                require(order > last, "board-unsorted")
                known = self.listed is None or base64.b64encode(key).decode() in self.listed
                require(known, "key-not-listed")
            except Wrong as wrong:
                raise Wrong(f"{wrong} {number}") from None
            last = order
            signed.update(issuers)
            choices.append(choice)
        require(all(count <= board["issued"][issuer] for issuer, count in signed.items()), "board-counts")
        return choices

    def read_ballot(self, data):
        require(len(data) == self.size, "ballot-length")
        require(data[0] == 1, "ballot-version")
        key, content = data[1:33], data[1 : 69 + self.length]
        choice = data[37 : 37 + self.length]
        require(any(data[33:37]), "ballot-number")
        self.check_choice(choice)
        issuers = self.check_issuers(key, data[69 + self.length : -64])
        require(ed25519.verify(key, self.tag(b"cast") + content, data[-64:]), "ballot-not-signed")
        return key, choice, issuers

    def check_choice(self, choice):
        if self.ranked is None:
            require(set(choice) <= set(b"yna"), "choice-malformed")
            return
        ranks = [rank for rank in choice if rank]
        require(set(ranks) == set(range(1, len(set(ranks)) + 1)), "choice-malformed")
        most = self.secret["ranksMost"]
        require(most is None or len(ranks) <= most, "choice-too-long")
        require(len(set(ranks)) == len(ranks) or self.ranked["method"] in SHARING, "choice-malformed")

    def check_issuers(self, key, data):
        last, issuers = -1, []
        require(not self.named or data[0] == 0, "ballot-issuers")
        for start in range(0, len(data), PER_ISSUER):
            issuer, prefix = data[start], data[start + 1 : start + 33]
            require(last < issuer < len(self.moduli), "ballot-issuers")
            message = prefix + self.tag(b"issue") + bytes([issuer]) + key
            signature = data[start + 33 : start + PER_ISSUER]
            require(pss.verify(self.moduli[issuer], message, signature), "ballot-not-issued")
            last = issuer
            issuers.append(issuer)
        return issuers

    def counts(self, choices, body):
        quorum = max(1, least(self.opened["quorum"], self.roll))
        if self.ranked is not None:
            papers = sorted(Counter(packed(choice) for choice in choices).items())
            digest = base64.b64encode(sha256(canonical(papers)).digest()).decode()
            found = body["count"]
            same = found["ballots"] == len(choices) and found["needed"] == quorum
            return same and found["papers"] == digest and body["results"] == []
        results = []
        for place, item in enumerate(self.opened["items"]):
            letters = Counter(chr(choice[place]) for choice in choices)
            tally = {"yes": letters["y"], "no": letters["n"], "abstain": letters["a"]}
            results.append({"tally": tally, "outcome": outcome(tally, item["majority"], self.roll, quorum)})
        return results == body["results"]


def packed(choice):
    """A ranking as text: `2>0=3`."""
    ranks = [[str(place) for place, rank in enumerate(choice) if rank == r] for r in range(1, max(choice) + 1)]
    return ">".join("=".join(rank) for rank in ranks)


def outcome(tally, majority, roll, quorum):
    cast = tally["yes"] + tally["no"]
    took = cast + tally["abstain"]
    base = {"cast": cast, "present": took, "roll": roll}[majority["of"]]
    needed = max(1, least(majority["share"], base, majority["more"]))
    if took < quorum:
        return "no-quorum"
    if cast == 0:
        return "nothing-cast"
    if tally["yes"] >= needed:
        return "adopted"
    return "tied" if tally["yes"] == tally["no"] else "short"


def verdicts(entries):
    """What is found of each secret vote, in the order in which they close."""
    votes, wrong = {}, {}
    for kind, law, body in entries:
        vote = body.get("vote") if isinstance(body, dict) else None
        try:
            if kind == "vote.open" and "secret" in body:
                votes[vote] = Vote(body, body)
            elif vote in votes and kind == "vote.renew":
                votes[vote] = votes[vote].renew(body)
            elif vote in votes and kind == "vote.keys":
                votes[vote].list_keys(body)
            elif vote in votes and kind in ("polling.announce", "polling.cancel"):
                votes[vote].announce(body, cancelled=kind == "polling.cancel")
            elif vote in votes and kind == "vote.close":
                votes[vote].close(body, law)
        except Wrong as found:
            wrong.setdefault(vote, str(found))
        if kind == "vote.close" and (vote in votes or vote in wrong):
            yield vote, wrong.get(vote, "accepted")


def entries_of(name):
    with open(name, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            entry = json.loads(line)
            if "body" in entry and (entry.get("by") == "clerk" or entry["type"].startswith("polling.")):
                yield entry["type"], entry["law"], entry["body"]


if __name__ == "__main__":
    for file in sys.argv[1:]:
        for vote, verdict in verdicts(entries_of(file)):
            print(vote, verdict)
