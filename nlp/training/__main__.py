"""`python -m nlp.training --corpora DIR --work DIR STEP`: teachers, mix, train, export, score, in this order."""

import logging
from pathlib import Path

import click

from nlp.training import scores, steps
from nlp.training.corpora import corpus, parts

MODEL = Path(__file__).parents[1] / "model"
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group()
@click.option("--corpora", type=FOLDER, required=True, help="Folder of the corpora that corpora.toml lists.")
@click.option("--work", type=FOLDER, required=True, help="Folder for what is made on the way; nothing of it is kept.")
@click.pass_context
def main(context: click.Context, corpora: Path, work: Path) -> None:
    """Makes the weights of nlp/model."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    steps.single_core()
    work.mkdir(parents=True, exist_ok=True)
    context.obj = (corpora, work)


@main.command()
@click.pass_obj
def teachers(folders: tuple[Path, Path]) -> None:
    """Trains the two teachers on the gold corpora (8 minutes)."""
    steps.teachers(*folders)


@main.command()
@click.pass_obj
def mix(folders: tuple[Path, Path]) -> None:
    """Lets the teachers mark the silver corpora, and mixes gold and silver (4 minutes)."""
    steps.mix(*folders)


@main.command()
@click.option("--seed", type=int, default=0, show_default=True)
@click.pass_obj
def train(folders: tuple[Path, Path], seed: int) -> None:
    """Trains the model (15 minutes on one core)."""
    work = folders[1]
    steps.fit(work / "train.spacy", work / "dev.spacy", work / f"model-{seed}", seed)


@main.command()
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--version", required=True, help="Stored with every tagging.")
@click.option("--to", "target", type=FOLDER, default=MODEL)
@click.pass_obj
def export(folders: tuple[Path, Path], seed: int, version: str, target: Path) -> None:
    """Copies the best state of the model into nlp/model."""
    steps.export(folders[1] / f"model-{seed}" / "model-best", target, version)


@main.command()
@click.option("--model", "path", type=FOLDER, default=MODEL)
@click.pass_obj
def score(folders: tuple[Path, Path], path: Path) -> None:
    """Prints exact-span F1 on every test part, from the text and from the tokens of the corpus."""
    nlp = steps.model(path)
    for name in parts("test"):
        sentences = corpus(folders[0], name, "test")
        for way, measured in (("text", scores.on_text), ("tokens", scores.on_tokens)):
            result = measured(nlp, sentences)
            own = "  ".join(f"{label} {result.f1(label):.1f}" for label in scores.LABELS)
            click.echo(
                f"{name:15} {way:7} F1 {result.f1():.1f}  P {result.precision():.1f}  R {result.recall():.1f}  {own}"
            )


main()
