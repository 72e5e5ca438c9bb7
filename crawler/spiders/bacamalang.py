"""BacaMalang, Malang."""

from crawler.networks.wordpress import WordPress


class BacaMalang(WordPress):
    """News of Malang."""

    name = "bacamalang"
    title = "BacaMalang"
    homepage = "https://bacamalang.com/"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026"
    seen = ("https://bacamalang.com/great-waste-solution-event-kolaborasi-apik-untuk-solusi-pengelolaan-sampah/",)
    site_names = ("BacaMalang.com",)
