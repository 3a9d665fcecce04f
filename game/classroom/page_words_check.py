"""Sentences of the self-check."""

from __future__ import annotations

from game.language.words import marked

CHECK_WORDS: tuple[str, ...] = (
    marked("The server does not answer this browser"),
    marked("Something between this device and the server keeps them apart, or the server has stopped."),
    marked("This browser reaches the server"),
    marked("An answer takes {n} ms; Rapport {version}."),
    marked("This is the machine of the class itself"),
    marked(
        "From here everything works. Open the address below on a second device, a phone on the "
        "same Wi-Fi, to see what others see."
    ),
    marked("This is a second device"),
    marked("It came in by {host}. Other devices in the same network can use this address."),
    marked("Clocks"),
    marked("They agree."),
    marked("This device and the server are {n} s apart. Nothing breaks: the server's clock counts."),
    marked("Addresses of this class"),
    marked("Windows"),
    marked(
        "When Windows asks whether Python may use the network, allow private networks. Missed it? "
        "Settings, Privacy & security, Windows Security, Firewall, Allow an app, tick Python for "
        "private networks. And set the Wi-Fi to private."
    ),
    marked("macOS"),
    marked("System Settings, Network, Firewall, Options: allow incoming connections for Python."),
    marked("Linux"),
    marked("With ufw: sudo ufw allow {port}/tcp. With firewalld: sudo firewall-cmd --add-port={port}/tcp."),
    marked("Guest Wi-Fi"),
    marked(
        "Many guest networks keep devices apart. Use another network, a phone's hotspot, or a "
        "small router of your own; the class needs no internet."
    ),
    marked("VPN"),
    marked(
        "A VPN on the laptop often shows an address that nobody in the room can reach. Switch it "
        "off, or use the other address in the list."
    ),
    marked("What usually helps"),
    marked("Try again"),
)
