// SPDX-License-Identifier: BSL-1.0
// Does the library compile in a program that has seen <sys/reg.h>, <windows.h> or <complex.h>?
#include "foreign_headers.hpp"

// <sys/reg.h> on Linux: the code of Spain is a register there.
#undef ES
#undef DS
#undef SS
#undef CS
#undef FS
#undef GS
#define ES 24
#define DS 23
#define SS 20
#define CS 17
#define FS 25
#define GS 26

// <windows.h>
#undef min
#undef max
#undef IN
#undef OUT
#undef ERROR
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define IN
#define OUT
#define ERROR 0

// <complex.h> and <sys/sysmacros.h>
#undef I
#undef major
#undef minor
#define I hostile_imaginary_unit
#define major(device) hostile_major_number(device)
#define minor(device) hostile_minor_number(device)

#include "own_headers.hpp"

int main() { return 0; }
