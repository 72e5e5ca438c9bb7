"""`scrapy genspider -t publisher NAME DOMAIN` with the class named as the file is."""

from typing import Any

from scrapy.commands import genspider


class Command(genspider.Command):
    """Scrapy's own command, but that the class of kontan.py is Kontan and not KontanSpider."""

    def _generate_template_variables(self, module: str, name: str, url: str, template_name: str) -> dict[str, Any]:
        variables = super()._generate_template_variables(module, name, url, template_name)
        words = module.split("_")
        return {
            **variables,
            "classname": "".join(word.capitalize() for word in words),
            "title": " ".join(words).title(),
        }
