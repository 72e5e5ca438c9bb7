"""What the trained model learns from: sentences as printed, without copies of the test sets, silver where two agree."""

from nlp.training.marked import Marked, Name, marked, printed
from nlp.training.overlap import without_copies
from nlp.training.silver import silver


def plain(text: str) -> Marked:
    return Marked(text, (), (), "test")


def test_a_corpus_is_printed_as_the_press_prints() -> None:
    text, tokens = printed(["Ia", ",", "kata", '"', "Budi", '"', "(", "40", ")", "."])
    assert (text, tokens[4]) == ('Ia, kata "Budi" (40).', (10, 14))


def test_brackets_around_a_name_are_no_part_of_it() -> None:
    sentence = marked(["Partai", "(PPP)", "."], ["O", "B-ORG", "O"], "test")
    assert [sentence.text[n.start : n.end] for n in sentence.names] == ["PPP"]


def test_copies_of_test_sentences_are_left_out() -> None:
    test = plain("Perajin rotan di Cirebon mengirim kursi ke Belanda pada Senin.")
    near = plain("perajin rotan di cirebon mengirim kursi ke belanda pekan lalu")
    other = plain("Perajin tenun di Sikka menjual sarung ke Kupang.")
    assert without_copies([near, other], [test]) == [other]


def test_what_one_teacher_alone_finds_is_unknown() -> None:
    both, alone = Name(0, 4, "PER"), Name(13, 17, "LOC")
    result = silver(plain("Wati pergi ke Tuban"), (lambda s: [both, alone], lambda s: [both]))
    assert (result.known(), result.unknown()) == ((both,), (Name(13, 17, ""),))
