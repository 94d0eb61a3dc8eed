"""Where the employers of the simulation are: every kind of clock, weekend and calendar."""

from benchmarks.simulate.days import Where

TABLE = """Europe/Dublin IE
Europe/London GB ENG
Europe/London GB SCT
Europe/Berlin DE BY
Europe/Berlin DE BE
Europe/Paris FR
Europe/Madrid ES MD
Europe/Athens GR
Europe/Helsinki FI
Europe/Zurich CH ZH
America/New_York US NY
America/Chicago US TX
America/Los_Angeles US CA
America/Toronto CA ON
America/St_Johns CA NL
America/Sao_Paulo BR SP
America/Mexico_City MX
America/Santiago CL
Asia/Dubai AE
Asia/Riyadh SA
Africa/Cairo EG
Asia/Jerusalem IL
Asia/Tehran IR
Asia/Kolkata IN MH
Asia/Kathmandu NP
Asia/Tokyo JP
Asia/Shanghai CN
Asia/Singapore SG
Asia/Brunei BN
Asia/Dhaka BD
Australia/Sydney AU NSW
Australia/Adelaide AU SA
Australia/Lord_Howe AU NSW
Pacific/Auckland NZ AUK
Pacific/Apia WS
Pacific/Chatham NZ CIT
Africa/Johannesburg ZA
Africa/Lagos NG
Africa/Casablanca MA
Atlantic/Azores PT 20"""
PERSONS = ("Europe/Dublin", "America/New_York", "Asia/Kolkata", "Australia/Sydney", "America/Sao_Paulo", "Pacific/Auckland")


def read(line: str) -> Where:
    zone, country, *region = line.split()
    return Where(zone, country, "".join(region))


PLACES = tuple(read(line) for line in TABLE.splitlines())
