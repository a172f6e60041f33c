"""Writes special.golden.json: the functions of Proxima.Special at exact doubles, by mpmath 1.3 with 60 digits, rounded to 30.

Run as `python3 special.golden.py > special.golden.json`; the arguments are the same every time.
"""
import json
import random
from mpmath import mp, mpf, erf, erfc, exp, log, log1p, loggamma, digamma, polygamma, sqrt, pi, nstr, re

mp.dps = 60
random.seed(20)


def uniform(low, high, count):
    return [random.uniform(low, high) for _ in range(count)]


def decades(low, high, count, sign=1):
    return [sign * 10 ** random.uniform(low, high) for _ in range(count)]


def around(centre, count):
    return [centre + sign * 10 ** random.uniform(-15, -2) for sign in (-1, 1) for _ in range(count)]


def log_gamma(x):
    return re(loggamma(x))


def soft_plus(x):
    return log1p(exp(x)) if x < 100 else x + exp(-x)


AXIS = decades(-300, -1, 12) + decades(-300, -1, 12, -1)
GAMMA = uniform(0, 4, 100) + uniform(4, 12, 40) + decades(1, 15, 25) + decades(-300, -1, 15) + around(1, 12) + around(2, 12)
NEGATIVE = uniform(-12, 0, 60) + decades(-15, -1, 15, -1) + uniform(-1000, -12, 15)

FUNCTIONS = {
    "Erf": (erf, uniform(-1, 1, 80) + uniform(-6.5, 6.5, 80) + AXIS),
    "Erfc": (erfc, uniform(-6, 1, 80) + uniform(0.5, 6, 80) + uniform(6, 26, 60) + uniform(26, 26.5, 20) + AXIS),
    "NormalCdf": (lambda x: erfc(-x / sqrt(mpf(2))) / 2, uniform(-1, 1, 60) + uniform(-8, 8, 80) + uniform(-37.4, -8, 80) + AXIS),
    "NormalPdf": (lambda x: exp(-x * x / 2) / sqrt(2 * pi), uniform(-6, 6, 80) + uniform(-37.4, 37.4, 80) + AXIS),
    "LogGamma": (log_gamma, GAMMA),
    "LogGamma, negative": (log_gamma, NEGATIVE),
    "Digamma": (digamma, GAMMA + around(1.4616321449683622, 12)),
    "Digamma, negative": (digamma, NEGATIVE),
    "Trigamma": (lambda x: polygamma(1, x), GAMMA[:180] + [x for x in NEGATIVE if x < -0.001]),
    "Polygamma 2": (lambda x: polygamma(2, x), GAMMA[:150]),
    "Polygamma 3": (lambda x: polygamma(3, x), GAMMA[:150]),
    "Polygamma 3, negative": (lambda x: polygamma(3, x), uniform(-8, 0, 30)),
    "Polygamma 2, negative": (lambda x: polygamma(2, x), uniform(-8, 0, 30)),
    "Polygamma 7": (lambda x: polygamma(7, x), GAMMA[:60]),
    "Polygamma 40": (lambda x: polygamma(40, x), uniform(0.01, 60, 20)),
    "Sigmoid": (lambda x: 1 / (1 + exp(-x)), uniform(-40, 40, 80) + uniform(-700, 0, 40) + uniform(-2, 2, 40) + AXIS),
    "SoftPlus": (soft_plus, uniform(-40, 40, 80) + uniform(-700, 700, 40) + uniform(-2, 2, 40) + AXIS),
}

lines = []
for name, (function, points) in FUNCTIONS.items():
    rows = ",\n".join(f'  [{x!r}, "{nstr(function(mpf(x)), 30)}"]' for x in points)
    lines.append(f'"{name}": [\n{rows}\n]')
print('{\n"made": "special.golden.py, mpmath 1.3, 60 digits rounded to 30",\n' + ",\n".join(lines) + "\n}")
