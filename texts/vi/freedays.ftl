# Free days of a place

command-freedays-words = ngày nghỉ|ngày lễ
command-freedays-description = Ngày nghỉ của địa phương
help-freedays = Gõ <b>ngày nghỉ</b>: xem, thêm, bớt ngày nghỉ của địa phương.

freedays-which = Đồng chí xem ngày nghỉ ở địa bàn nào?
freedays-list = <b>Ngày nghỉ trong 12 tháng tới, { $place }</b>
freedays-line = { $day }: { $name }
freedays-line-own = { $day }: { $name } (riêng của địa phương)
freedays-none = Chưa có ngày nghỉ nào.
freedays-ask = Để thêm một ngày nghỉ của địa phương, đồng chí gõ ngày dương lịch và tên, ví dụ “15/10 Ok Om Bok”.
freedays-ask-remove = Chọn một ngày để bỏ ngày đó.
freedays-button-remove = Bỏ { $day } { $name }
freedays-not-read = Xin đồng chí gõ ngày dương lịch rồi đến tên, ví dụ “15/10 Ok Om Bok”.
freedays-preview-add = Thêm ngày nghỉ <b>{ $day }</b> ({ $name }) tại { WITHIN($place) }?
freedays-preview-remove = Bỏ ngày nghỉ <b>{ $day }</b> ({ $name }) tại { WITHIN($place) }?
freedays-shifted = Các buổi sinh hoạt đổi ngày ({ $count }):
freedays-shifted-line = { $chapter }: { $before } → { $after }
freedays-shifted-more = … và { $count } buổi khác
freedays-shifted-none = Không buổi sinh hoạt nào đổi ngày.
freedays-shifted-later = Lịch sinh hoạt sẽ được tính lại trong ít phút.
freedays-no-day = không có
freedays-button-yes = Ghi thay đổi
freedays-added = Đã thêm ngày nghỉ.
freedays-removed = Đã bỏ ngày nghỉ.
freedays-left = Không thay đổi gì.
freedays-button-list = Ngày nghỉ

freeday-too-far = Chỉ nhận ngày từ hôm nay đến hết 12 tháng tới.
freeday-name = Xin đồng chí ghi thêm tên của ngày nghỉ, ví dụ “15/10 Ok Om Bok”.
freeday-there = Ngày này đã là ngày nghỉ của địa phương.
freeday-not-there = Ngày này không còn là ngày nghỉ của địa phương.
