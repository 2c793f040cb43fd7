"""Fills what 0002 added from what was there. Nothing that a trainer wrote or a person said is lost."""

import hashlib
import json
import re

from django.db import migrations

from coaching.catalogue.publishing import upgrades

# The fields of format 1 whose documents are things with a slug.
FIELDS = ("variations", "drills", "faults", "muscles", "topics", "questions", "routines")
OWN_FIELDS = ("drill_id", "topics", "tries", "fallback_id", "angles", "sets", "reps", "rest")
# Names of rules before decisions kept their facts.
RENAMED_RULES = {"fifteen-perfect": "gate-passed", "easier-rung-taken": "lighter-chosen"}


def carry_over(apps, schema_editor):
    table = {model.__name__: model for model in apps.get_app_config("coaching").get_models()}
    if table["Variation"].objects.exists():
        rename_words(table)
        place_on_ladder(table)
        gather_blocks(table)
        gather_questions(table)
        keep_what_was_shipped(table)
    carry_decisions(table, Releases(table))
    carry_floors(table)


def rename_words(table):
    for word in ("severity", "suggestion"):
        for fault in table["Fault"].objects.all():
            setattr(fault, word, upgrades.renamed(word, getattr(fault, word)))
            fault.save(update_fields=[word])
    for topic in table["Topic"].objects.all():
        slug = upgrades.renamed("topic", topic.pk)
        if slug != topic.pk and not table["Topic"].objects.filter(pk=slug).exists():
            table["Topic"].objects.filter(pk=topic.pk).update(slug=slug)


def place_on_ladder(table):
    """As upgrades.to_2 does it for a Release. What is archived has its place, and no neighbours."""
    ladder = table["Ladder"].objects.create(position=1, **upgrades.LADDER)
    table["Variation"].objects.update(ladder=ladder)
    table["Routine"].objects.update(ladder=ladder)
    table["Placement"].objects.update(ladder=ladder)
    drafted = table["Variation"].objects.filter(archived_at__isnull=True)
    variations = list(drafted.order_by("rung").values("slug", "rung", "load_low"))
    upgrades.place_on_ladder(variations)
    for variation in variations:
        drafted.filter(pk=variation["slug"]).update(
            eases_to_id=variation["eases_to"], leads_to_id=variation["leads_to"]
        )


def gather_blocks(table):
    for block in table["Block"].objects.all():
        own = {
            name.removesuffix("_id"): value
            for name in OWN_FIELDS
            if (value := getattr(block, name)) not in (None, [], "")
        }
        if "topics" in own:
            own["topics"] = [upgrades.renamed("topic", slug) for slug in own["topics"]]
        block.kind, block.settings = upgrades.renamed("kind", block.kind), own
        block.save(update_fields=["kind", "settings"])


def gather_questions(table):
    """The questions of a newcomer become one questionnaire, and the red flags of the page another."""
    questions = []
    for old in table["Question"].objects.filter(archived_at__isnull=True):
        answers = table["Answer"].objects.filter(question=old).order_by("position")
        names = ("slug", "text", "help", "why", "start_at")
        questions.append(
            {
                "slug": old.slug,
                "text": old.name,
                "help": old.body,
                "answers": list(answers.values(*names)),
            }
        )
    for position, asked in enumerate((upgrades.newcomer(questions), upgrades.red_flags()), start=1):
        row = table["Questionnaire"].objects.create(
            position=position, **{k: v for k, v in asked.items() if k != "questions"}
        )
        for place, question in enumerate(asked["questions"], start=1):
            answers = question.pop("answers")
            question = table["NewQuestion"].objects.create(
                questionnaire=row, position=place, **question
            )
            for number, answer in enumerate(answers, start=1):
                answer = {**answer, "start_at_id": answer["start_at"]}
                del answer["start_at"]
                table["NewAnswer"].objects.create(question=question, position=number, **answer)


def keep_what_was_shipped(table):
    """A row had a fingerprint of what its file said; some Release holds the words behind it."""
    documents = {}
    for release in table["Release"].objects.order_by("pk"):
        for field in FIELDS:
            for thing in release.document.get(field, ()):
                documents[fingerprint(thing)] = (field, thing)
    shipped = {field: [] for field in FIELDS}
    kinds = ("Variation", "Drill", "Fault", "Muscle", "Topic", "Question", "Routine")
    for kind in kinds:
        for row in table[kind].objects.order_by("position", "pk"):
            if row.shipped in documents:
                field, thing = documents[row.shipped]
                shipped[field].append(thing)
    table["Shipped"].objects.create(pk=1, document=shipped, format=1)


def fingerprint(document):
    """As format 1 made it."""
    text = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


class Releases:
    """What sentences can be traced back to: the answers' reasons, and the faults' names."""

    def __init__(self, table):
        self.answers, self.faults = {}, {}
        for release in table["Release"].objects.order_by("pk"):
            for question in release.document.get("questions", ()):
                for answer in question["answers"]:
                    if answer["why"]:
                        facts = {"question": question["slug"], "answer": answer["slug"]}
                        self.answers[answer["why"]] = facts
            for fault in release.document.get("faults", ()):
                self.faults[fault["name"]] = fault["slug"]

    def decision(self, rule, said, variation):
        """The decision behind a stored sentence; where it cannot be told, the sentence itself."""
        facts = self.facts(rule, said)
        if facts is None:
            return {"rule": "as-told", "facts": {"variation": variation, "said": said}}
        rule = RENAMED_RULES.get(rule, rule)
        return {"rule": rule, "facts": {"variation": variation, **facts}}

    def facts(self, rule, said):
        numbers = [int(number) for number in re.findall(r"\d+", said)]
        if rule in ("start-easiest", "not-practised", "not-published"):
            return {}
        if rule in ("tension-check", "easier-rung-taken"):
            return {}
        if rule == "pain-eases":
            return {"from": ""}
        if rule == "start-by-answer":
            return self.answers.get(said)
        if rule == "fault-eases" and (name := re.match("“(.*)”", said)) and name[1] in self.faults:
            return {"fault": self.faults[name[1]], "from": ""}
        if rule == "pain-before" and numbers:
            return {"pain": numbers[0]}
        if rule == "fifteen-perfect" and numbers:
            return {"perfect": numbers[0]}
        if rule == "stay" and len(numbers) >= 3:
            return dict(zip(("perfect", "done", "needed"), numbers, strict=False))
        return None


def carry_decisions(table, releases):
    for name in ("Placement", "Adjustment"):
        for row in table[name].objects.iterator():
            row.decided = releases.decision(row.rule, row.why, row.variation_id)
            row.save(update_fields=["decided"])
    for workout in table["Workout"].objects.iterator():
        asked = dict(workout.prescription)
        rule, why = asked.pop("rule"), asked.pop("why")
        asked["decision"] = releases.decision(rule, why, asked["variation"])
        workout.prescription = asked
        workout.save(update_fields=["prescription"])


def carry_floors(table):
    """A floor was found after what changes the variation of the day, so it is the first set's."""
    for workout in table["Workout"].objects.filter(floor__isnull=False).iterator():
        first = table["WorkoutSet"].objects.filter(workout=workout).order_by("number").first()
        table["Floor"].objects.create(
            workout=workout,
            variation_id=first.variation_id if first else workout.prescription["variation"],
            degrees=workout.floor,
            source="eye",
            found_at=workout.started_at,
        )


class Migration(migrations.Migration):
    dependencies = [("coaching", "0002_ladders_questionnaires_decisions")]
    operations = [migrations.RunPython(carry_over)]
