# METADATA
# title: The calendar
# description: >-
#   Days, and the day that lies a length of time after another. Plain arithmetic in the Gregorian
#   calendar, because engines differ in what a month after the 31st is. Days are compared by their
#   numbers: as texts they sort wrongly as soon as a year has five digits.
package bunkaiten.declared.calendar

# METADATA
# description: The number of a day "YYYY-MM-DD", counted from 0000-03-01. Undefined for any other text.
day_number(date) := first + passed if {
	[month, passed] := _place(date)
	first := _first_day(month)
}

# METADATA
# description: The day "YYYY-MM-DD" of a number.
date_of(number) := date if {
	# of the 400 years that the day stands in, how many leap days lie before it
	within := number % 146097
	leap_days := (_whole(within, 1460) - _whole(within, 36524)) + _whole(within, 146096)
	year := (400 * _whole(number, 146097)) + _whole(within - leap_days, 365)
	passed := number - _new_year(year)
	since_march := _whole((5 * passed) + 2, 153)
	day := (passed - _days_before(since_march)) + 1
	month := ((12 * year) + since_march) + 2
	date := sprintf("%d-%s-%s", [_whole(month, 12), _two_digits((month % 12) + 1), _two_digits(day)])
}

# METADATA
# description: >-
#   The number of the day that lies a length of time ("P30D", "P2W", "P1M", "P1Y") after a day
#   "YYYY-MM-DD". A month or a year leads to the same day of its month, or to the last one where
#   that month is shorter, as in ISO 8601. Undefined for any other text.
after(date, duration) := later if {
	[amount, unit] := _length(duration)
	[month, passed] := _place(date)
	later := (_first_day(month) + passed) + (amount * _days[unit])
}

after(date, duration) := later if {
	[amount, unit] := _length(duration)
	[month, passed] := _place(date)
	then := month + (amount * _months[unit])
	later := min([_first_day(then) + passed, _first_day(then + 1) - 1])
}

# METADATA
# description: >-
#   The most days that a length of time can have, wherever it begins. Undefined for any other text.
most_days(duration) := amount * _most_days[unit] if [amount, unit] := _length(duration)

_most_days := {"D": 1, "W": 7, "M": 31, "Y": 366}

_days := {"D": 1, "W": 7}

_months := {"M": 1, "Y": 12}

_length(duration) := [to_number(trim(duration, "PDWMY")), trim(duration, "P0123456789")] if {
	regex.match(`^P[1-9][0-9]{0,3}[DWMY]$`, duration)
}

# the month, counted from March of the year 0, and how many of its days have passed
_place(date) := [((12 * year) + month) - 3, day - 1] if {
	regex.match(`^[1-9][0-9]{3,}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`, date)

	# to_number ends the query at a leading zero, or keeps it
	[year, month, day] := [to_number(trim_left(part, "0")) | some part in split(date, "-")]
}

# a year that begins with March ends with the leap day, and one formula has the lengths of its months
_first_day(month) := _new_year(year) + _days_before(month - (12 * year)) if year := _whole(month, 12)

_new_year(year) := (((365 * year) + _whole(year, 4)) - _whole(year, 100)) + _whole(year, 400)

_days_before(month) := _whole((153 * month) + 2, 5)

_two_digits(number) := sprintf("0%d", [number]) if number < 10

_two_digits(number) := sprintf("%d", [number]) if number >= 10

# exact, where engines may round a quotient differently
_whole(number, divisor) := (number - (number % divisor)) / divisor
