"""RSASSA-PSS verification after RFC 8017, section 8.1.2: 3072 bits, SHA-384, a salt of 48 bytes."""
from hashlib import sha384

BYTES, HASH, SALT, EXPONENT = 384, 48, 48, 65537


def mask(seed, length):
    blocks = (sha384(seed + i.to_bytes(4, "big")).digest() for i in range(-(-length // HASH)))
    return b"".join(blocks)[:length]


def verify(modulus, message, signature):
    number = int.from_bytes(signature, "big")
    if len(signature) != BYTES or number >= modulus:
        return False
    encoded = pow(number, EXPONENT, modulus).to_bytes(BYTES, "big")
    masked, hashed, trailer = encoded[: -HASH - 1], encoded[-HASH - 1 : -1], encoded[-1]
    if trailer != 0xBC or masked[0] & 0x80:
        return False
    block = bytearray(a ^ b for a, b in zip(masked, mask(hashed, len(masked))))
    block[0] &= 0x7F
    if any(block[: -SALT - 1]) or block[-SALT - 1] != 1:
        return False
    return sha384(bytes(8) + sha384(message).digest() + block[-SALT:]).digest() == hashed
