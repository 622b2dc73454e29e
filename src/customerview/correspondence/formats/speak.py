"""A program of its own, under the licence of espeak-ng, which it opens: SSML comes in, sound goes out (16 bits, one channel, 22,050 a second).

    python speak.py LANGUAGE < letter.ssml > letter.pcm

Nothing imports it. The rest of this project only runs it, as it would any other voice.
"""

# SPDX-License-Identifier: GPL-3.0-or-later
import ctypes
import sys

import espeakng_loader

VOICES = {"en": b"gmw/en", "cy": b"cel/cy"}
WORDS_A_MINUTE = 150
RATE = 1
SYNCHRONOUS = 2
UTF8_SSML = 0x01 | 0x10
NO_MISTAKE = 0


def main() -> None:
    voice, text = VOICES[sys.argv[1]], sys.stdin.buffer.read()
    speech = ctypes.CDLL(espeakng_loader.get_library_path())
    sound = bytearray()

    @ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
    def hear(samples, count, _events):
        if samples and count:
            sound.extend(ctypes.string_at(samples, count * 2))
        return 0

    if speech.espeak_Initialize(SYNCHRONOUS, 0, espeakng_loader.get_data_path().encode(), 0) <= 0:
        sys.exit("espeak-ng did not start")
    speech.espeak_SetSynthCallback(hear)
    if speech.espeak_SetVoiceByName(voice) != NO_MISTAKE:
        sys.exit(f"espeak-ng has no voice {voice.decode()}")
    speech.espeak_SetParameter(RATE, WORDS_A_MINUTE, 0)
    if speech.espeak_Synth(text, len(text) + 1, 0, 0, 0, UTF8_SSML, None, None) != NO_MISTAKE or speech.espeak_Synchronize() != NO_MISTAKE:
        sys.exit("espeak-ng could not speak")
    sys.stdout.buffer.write(bytes(sound))


if __name__ == "__main__":
    main()
