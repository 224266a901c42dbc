package bunkaiten_test.declared.calendar

import data.bunkaiten.declared.calendar

test_days_are_numbered_from_march_of_the_year_0 if {
	every date, number in {
		"1000-01-01": 365183,
		"1582-10-15": 578041,
		"1900-03-01": 693960,
		"1970-01-01": 719468,
		"2026-11-22": 740247,
		"9999-12-31": 3652364,
		"12345-06-07": 4509016,
	} {
		calendar.day_number(date) == number
		calendar.date_of(number) == date
	}
}

test_days_follow_each_other_over_the_ends_of_months_and_years if {
	every days in [
		["2023-02-28", "2023-03-01"],
		["2024-02-28", "2024-02-29", "2024-03-01"],
		["1900-02-28", "1900-03-01"],
		["2000-02-28", "2000-02-29", "2000-03-01"],
		["2100-02-28", "2100-03-01"],
		["2400-02-28", "2400-02-29", "2400-03-01"],
		["2026-01-31", "2026-02-01"],
		["2026-03-31", "2026-04-01"],
		["2026-04-30", "2026-05-01"],
		["2026-05-31", "2026-06-01"],
		["2026-06-30", "2026-07-01"],
		["2026-07-31", "2026-08-01"],
		["2026-08-31", "2026-09-01"],
		["2026-09-09", "2026-09-10", "2026-09-11"],
		["2026-09-30", "2026-10-01"],
		["2026-10-31", "2026-11-01"],
		["2026-11-30", "2026-12-01"],
		["2026-12-31", "2027-01-01"],
		["9999-12-31", "10000-01-01"],
	] {
		first := calendar.day_number(days[0])

		every place, date in days {
			calendar.day_number(date) == first + place
			calendar.date_of(first + place) == date
		}
	}
}

test_number_of_a_day_leads_back_to_the_day if {
	first := calendar.day_number("2096-01-01")

	every number in numbers.range_step(first, first + 2920, 37) {
		calendar.day_number(calendar.date_of(number)) == number
	}
}

test_days_and_weeks_are_counted_out if {
	agree({
		"2026-11-22": {"P1D": "2026-11-23", "P8D": "2026-11-30", "P9D": "2026-12-01", "P90D": "2027-02-20"},
		"2026-12-31": {"P1D": "2027-01-01", "P1W": "2027-01-07", "P52W": "2027-12-30"},
		"2024-02-28": {"P1D": "2024-02-29", "P2D": "2024-03-01", "P1W": "2024-03-06"},
		"2023-02-28": {"P1D": "2023-03-01", "P366D": "2024-02-29"},
		"2024-02-29": {"P365D": "2025-02-28", "P1461D": "2028-02-29"},
		"2026-10-31": {"P9999D": "2054-03-17", "P9999W": "2218-06-20"},
	})
}

test_month_keeps_the_day_or_gives_the_last_one_of_a_shorter_month if {
	agree({
		"2026-10-30": {"P1M": "2026-11-30", "P4M": "2027-02-28"},
		"2026-10-31": {"P1M": "2026-11-30", "P2M": "2026-12-31", "P3M": "2027-01-31", "P6M": "2027-04-30"},
		"2026-11-30": {"P1M": "2026-12-30", "P3M": "2027-02-28"},
		"2026-12-01": {"P1M": "2027-01-01", "P12M": "2027-12-01", "P13M": "2028-01-01"},
		"2023-01-28": {"P1M": "2023-02-28", "P13M": "2024-02-28"},
		"2023-01-29": {"P1M": "2023-02-28", "P13M": "2024-02-29"},
		"2023-12-31": {"P2M": "2024-02-29", "P14M": "2025-02-28"},
		"2024-02-29": {"P1M": "2024-03-29", "P12M": "2025-02-28", "P48M": "2028-02-29"},
		"2099-12-31": {"P2M": "2100-02-28"},
		"9999-10-31": {"P4M": "10000-02-29", "P9999M": "10833-01-31"},
	})
}

test_year_keeps_the_day_but_for_the_leap_day if {
	agree({
		"2026-10-31": {"P1Y": "2027-10-31", "P2Y": "2028-10-31"},
		"2024-02-29": {"P1Y": "2025-02-28", "P4Y": "2028-02-29", "P76Y": "2100-02-28", "P9999Y": "12023-02-28"},
		"2023-02-28": {"P1Y": "2024-02-28"},
		"2000-02-29": {"P400Y": "2400-02-29"},
		"1000-01-01": {"P9Y": "1009-01-01"},
		"9999-12-31": {"P1Y": "10000-12-31", "P9999Y": "19998-12-31"},
	})
}

test_year_of_five_digits_comes_after_one_of_four if {
	calendar.after("9999-12-31", "P1D") > calendar.day_number("9999-12-31")
	calendar.after("9999-12-31", "P1D") == calendar.day_number("10000-01-01")
}

test_other_texts_are_no_days if {
	every date in [
		"",
		"none",
		"open",
		"2026",
		"2026-11",
		"2026-00-22",
		"2026-13-22",
		"2026-11-00",
		"2026-11-32",
		"2026-1-22",
		"2026-11-2",
		"0026-11-22",
		"226-11-22",
		"2026-11-22 ",
		" 2026-11-22",
		"2026-11-22T00:00:00Z",
		"2026/11/22",
	] {
		not calendar.day_number(date)
		not calendar.after(date, "P1D")
		not calendar.after(date, "P1M")
	}
}

test_other_texts_are_no_lengths_of_time if {
	every duration in ["", "none", "P1", "1M", "PM", "P0M", "P01M", "P10000D", "P1H", "P1DD", "P1M1D", "p1m", "P1M "] {
		not calendar.after("2026-10-31", duration)
		not calendar.most_days(duration)
	}
}

test_most_days_that_a_length_of_time_can_have if {
	every duration, days in {
		"P1D": 1,
		"P90D": 90,
		"P1W": 7,
		"P2W": 14,
		"P1M": 31,
		"P3M": 93,
		"P1Y": 366,
		"P9999Y": 3659634,
	} {
		calendar.most_days(duration) == days
	}
}

# `cases` has for each day, for each length of time, the day that follows
agree(cases) if {
	every date, expected in cases {
		{duration: found |
			some duration, _ in expected
			found := calendar.date_of(calendar.after(date, duration))
		} == expected
	}
}
